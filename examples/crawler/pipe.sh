#!/bin/sh
# A crawler's NDJSON to a bulletin on stdout, the decisions beside it: sh pipe.sh POOL.jsonl
set -eu
here=$(dirname "$0")
node "$here/crawl.mjs" "$1" | weixun analyze - | weixun bulletin - --explain decisions.tsv --remark '示例（虚构内容，非新闻）'
