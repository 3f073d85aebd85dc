#!/usr/bin/env bash
# Runs what the documentation shows, as a reader would: every page in a clean copy of the repository, from its first block to its last, with the
# binary as `spatialindex`. Usage: docs.sh BINARY [PAGE…]. Of the blocks of a page
#   sh            is run, in the one shell of the page, which stops at the first command that fails; so is indented code
#   output        must be what the block before it printed; … stands for anything
#   json NAME     (or another language with a name) is written to the file of that name
#   csharp        is held by DocumentationTests to occur in a sample or a test
#   text          is a figure
# and any other is refused. Behind <!-- not run: REASON --> a block is left out, and listed; behind <!-- run as: COMMAND --> the command, which
# takes less time, is run in its place.
set -euo pipefail
binary=$(realpath "${1:?usage: docs.sh BINARY [PAGE…]}")
shift
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDTERMINALLOGGER=off LC_ALL=C.UTF-8
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
copy=$work/copy
mkdir "$work/tools"
ln -s "$binary" "$work/tools/spatialindex"
export PATH="$work/tools:$PATH" OUTPUT="$work/output" TALLY="$work/tally"
touch "$TALLY"

mkdir "$copy"
tar -c --exclude=.git --exclude=bin --exclude=obj --exclude=artifacts . | tar -x -C "$copy"
git -C "$copy" init -q
git -C "$copy" -c core.safecrlf=false add -A

# What stands before the blocks of a page, which docs.awk makes commands of.
cat >"$work/prelude" <<'PRELUDE'
set -euo pipefail
exec 3>&1
expect() {
  local pattern
  pattern=$(sed 's/[][\\*?+@!()|]/\\&/g; s/…/*/g')
  [[ $(<"$OUTPUT") == $pattern ]] || { echo "Another output than the page shows:" >&3; return 1; }
}
finish() {
  local status=$?
  kill $(jobs -p) 2>/dev/null || true
  [ "$status" -eq 0 ] || { echo "$block: failed with $status:"; cat "$OUTPUT"; } >&3
}
trap finish EXIT
PRELUDE

[ "$#" -gt 0 ] || set -- README.md docs/*.md
failed=0
for page in "$@"; do
  start=$SECONDS
  git -C "$copy" checkout -q .
  git -C "$copy" clean -qfdx -e bin/ -e obj/
  { cat "$work/prelude"; awk -f scripts/docs.awk "$page"; } >"$work/script"
  (cd "$copy" && timeout 600 bash "$work/script") || failed=1
  printf '%-28s %3s s\n' "$page" $((SECONDS - start))
done
sort "$TALLY" | uniq -c
exit "$failed"
