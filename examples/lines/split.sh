#!/bin/sh
# The same filter with split and xargs alone: sh split.sh POOL.jsonl
set -eu
parts=$(mktemp -d)
trap 'rm -rf "$parts"' EXIT
split -n l/2 "$1" "$parts/part-"
find "$parts" -name 'part-*' -print0 | xargs -0 -P 2 -I {} sh -c 'weixun analyze - <"$1" >"$1.out"' sh {}
cat "$parts"/part-*.out
