#!/bin/sh
# Fits relevance and topics on labelled articles, and makes a bulletin of another week with the model:
# sh run.sh LABELLED.jsonl… POOL.jsonl
# A line of LABELLED is an article with "gold": { "relevant": true, "topics": ["platform"] }.
set -eu
gold=
while [ $# -gt 1 ]; do
  gold="$gold --gold $1"
  shift
done
# shellcheck disable=SC2086 # one word an option, on purpose
weixun train $gold -o model.json
weixun bulletin "$1" --model model.json --explain decisions.tsv --remark '示例（虚构内容，非新闻）' -o bulletin.txt
cut -f 2 decisions.tsv | tail -n +2 | sort | uniq -c
