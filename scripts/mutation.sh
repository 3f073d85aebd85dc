#!/usr/bin/env bash
# Changes the code of an area, one place at a time, and sees whether a test notices: scripts/mutation.sh [AREA...]; without an area one
# after the other. Areas are the files of scripts/mutation. Prints the changes that no test noticed, and ends with 1 where they are more than
# 15 % of an area. Needs the .NET SDK and jq. What was found so far: docs/quality.md.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDTERMINALLOGGER=off

# A change is tested in a process of its own, which had better begin soon than run fast.
export DOTNET_TieredCompilation=1 DOTNET_TieredPGO=0

areas=("$@")
[ $# -gt 0 ] || areas=($(basename -s .json scripts/mutation/*.json))
dotnet tool restore > /dev/null
status=0
for area in "${areas[@]}"; do
  config="$root/scripts/mutation/$area.json"
  [ -f "$config" ] || { echo "There is no area $area." >&2; exit 2; }
  project=$(jq -r '.["stryker-config"].project' "$config")
  out="$root/artifacts/mutation/$area"
  rm -rf "$out"
  (cd "tests/${project%.csproj}.Tests" && dotnet stryker -f "$config" -O "$out" --configuration Release --concurrency 2 \
    --threshold-high 95 --threshold-low 85 --break-at 85 --reporter json --reporter dots) || status=1

  # Those that no test reaches count as survivors.
  jq -r --arg area "$area" '
    [.files | to_entries[] | (.key | sub(".*/src/"; "src/")) as $file | (.value.source | split("\n")) as $lines
      | .value.mutants[] | select(.status | IN("Killed", "Timeout", "Survived", "NoCoverage"))
      | . + {$file, line: .location.start.line, text: $lines[.location.start.line - 1]}]
    | (map(select(.status | IN("Survived", "NoCoverage"))) | sort_by(.file, .line)[]
      | "\(.file):\(.line): \(.status): \(.text | gsub("^\\s+|\\s+$"; "")) => \(.replacement | gsub("\\s+"; " "))"),
    "\($area): \(length) mutants, \(map(select(.status == "Killed")) | length) killed, \(map(select(.status == "Timeout")) | length) timeouts, " +
    "\(map(select(.status | IN("Survived", "NoCoverage"))) | length) survived, " +
    "score \(100 * (map(select(.status | IN("Killed", "Timeout"))) | length) / length * 10 | floor / 10) %"' "$out/reports/mutation-report.json"
done
exit "$status"
