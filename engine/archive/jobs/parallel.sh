#!/bin/sh
# parallel.sh issues archive PARTS [further options]: the parts by GNU parallel, one worker each, as many at once as there are cores;
# with SSH="--sshlogin a,b" on other machines that see the same folders. Ends as the worst of its parts does.
set -u
input=$1 output=$2 parts=$3
shift 3
log=$(mktemp)
trap 'rm -f "$log"' EXIT
# shellcheck disable=SC2086: SSH is a list of words
seq "$parts" | parallel ${SSH:-} --will-cite --joblog "$log" \
  paiban archive "$input" -o "$output" --resume --jobs 1 --shard "{}/$parts" "$@"
worst=$(tail -n +2 "$log" | cut -f7 | sort -n | tail -n 1)
[ "$worst" -gt 1 ] && exit "$worst"
paiban archive --merge -o "$output" || exit
exit "$worst"
