#!/bin/sh
# The command as a filter under GNU parallel: blocks of lines to several processes, results in input order:
# sh parallel.sh POOL.jsonl
# On one machine `weixun analyze --jobs N` does the same with threads that share the dictionaries; parallel also
# spreads over machines (--sshlogin). Articles should have an id or a url, since a process sees only its own block.
set -eu
parallel --pipe --keep-order --block 64k --jobs 2 weixun analyze - <"$1"
