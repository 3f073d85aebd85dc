#!/usr/bin/env bash
# Kills builds at random moments and fills the disk under one: the snapshot must be the old one or the new one, whole, and nothing else
# may be left once a build has ended. Usage: durability.sh TOOL [KILLS], TOOL being the command line that runs spatialindex.
set -euo pipefail

read -r -a tool <<< "${1:?usage: durability.sh TOOL [KILLS]}"
kills=${2:-200}
root=$(cd "$(dirname "$0")/.." && pwd)
feed="$root/data/laposte_fr_poincont2.csv.gz"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
RANDOM=7

fail() { echo "durability: $*" >&2; exit 1; }
build() { "${tool[@]}" build --as-of "$1" -o "$2" "$feed" 2> "$folder/messages"; }

build 2026-03-10T00:00:00Z "$folder/old"
started=$(date +%s%3N)
build 2026-03-11T00:00:00Z "$folder/new"
duration=$(( $(date +%s%3N) - started ))

mkdir "$folder/site"
cp "$folder/old" "$folder/site/snapshot"
survivors=0
for ((i = 1; i <= kills; i++)); do
  left=$(compgen -G "$folder/site/.snapshot.*" || true)
  "${tool[@]}" build --as-of 2026-03-11T00:00:00Z -o "$folder/site/snapshot" "$feed" 2> /dev/null &
  builder=$!
  delay=$(( (RANDOM * 32768 + RANDOM) % (duration + 100) ))
  if ((i % 2)); then
    # Every other kill comes while the file is written, which takes but a few milliseconds.
    # What the last one left behind may still be there.
    until [ "$(compgen -G "$folder/site/.snapshot.*" || true)" != "$left" ] || ! kill -0 "$builder" 2> /dev/null; do :; done
    delay=$((RANDOM % 40))
  fi
  sleep "$(printf '%d.%03d' $((delay / 1000)) $((delay % 1000)))"
  kill -KILL "$builder" 2> /dev/null || true
  wait "$builder" 2> /dev/null || true
  if cmp -s "$folder/site/snapshot" "$folder/new"; then
    survivors=$((survivors + 1))
    cp "$folder/old" "$folder/site/snapshot"
  elif ! cmp -s "$folder/site/snapshot" "$folder/old"; then
    fail "kill $i, left a snapshot that is neither the old nor the new one"
  fi
done
build 2026-03-11T00:00:00Z "$folder/site/snapshot"
[ "$(ls -A "$folder/site")" = snapshot ] || fail "files were left behind: $(ls -A "$folder/site")"
echo "killed $kills builds, of which $survivors had ended: the snapshot was always whole"

# Two at once: the last one that ends wins, whole.
build 2026-03-10T00:00:00Z "$folder/site/snapshot" & first=$!
build 2026-03-11T00:00:00Z "$folder/site/snapshot"
wait "$first"
cmp -s "$folder/site/snapshot" "$folder/old" || cmp -s "$folder/site/snapshot" "$folder/new" || fail "two builds were mixed"
[ "$(ls -A "$folder/site")" = snapshot ] || fail "two builds left files behind: $(ls -A "$folder/site")"
echo "two builds at once: the snapshot is one of the two"

export -f fail
export folder feed
if unshare --user --map-root-user --mount true 2> /dev/null; then
  unshare --user --map-root-user --mount bash -euo pipefail -c '
    mkdir "$folder/small"
    mount -t tmpfs -o size=1m tmpfs "$folder/small"
    if "$@" build -o "$folder/small/snapshot" "$feed" 2> "$folder/messages"; then fail "a full disk went unnoticed"; fi
    grep -qi "space" "$folder/messages" || fail "a full disk is called: $(cat "$folder/messages")"
    [ -z "$(ls -A "$folder/small")" ] || fail "a full disk was left with $(ls -A "$folder/small")"
    tail -n 1 "$folder/messages"' full "${tool[@]}"
  echo "full disk: refused, and nothing left behind"
else
  echo "full disk: not tried, because no file system can be mounted here"
fi
