#!/bin/sh
# Own words: checks the dictionary, segments with it, and finds its words with a category as terms.
set -eu
here=$(dirname "$0")
weixun dict check "$here/words.tsv"
echo '医院通过himss 7级评审，患者用云上衡水预约挂号' | weixun tokenize --pos --dict "$here/words.tsv"
echo '{"title":"衡水推出云上衡水","content":"10月16日，衡水市卫健委推出云上衡水，市民可用它预约挂号。","publishedAt":"2023-10-16"}' |
  weixun analyze - --dict "$here/words.tsv" |
  node -e 'process.stdin.on("data", (line) => console.log(JSON.parse(line).terms.map((t) => `${t.name}\t${t.category}`).join("\n")))'
