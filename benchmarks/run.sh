#!/usr/bin/env bash
# Measures every figure of the documentation and writes the report: tables, charts and the data behind them.
#
# Usage: benchmarks/run.sh [--quick] [--output FOLDER] [SECTION...]
#
# Without sections, all of them; with some, these are measured anew and the rest of the report stays. --quick is a hundredth of everything,
# to see that it runs. The report goes to benchmarks/report, a quick one to artifacts/benchmarks. Needs the .NET SDK; what else is missing is
# left out and named: a C++ compiler with nanoflann and npm for the native peers (benchmarks/peers/README.md), wrk for the server's load, clang
# or gcc for the tool compiled ahead of time, which SPATIALINDEX_BINARY may name instead. SPATIALINDEX_PEERS is the folder of the peers' harness,
# whose generate.py makes the set world1m (needs python3 with numpy), SPATIALINDEX_SOURCES that of sources and expectations for geocoding.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDTERMINALLOGGER=off DOTNET_TieredPGO=0

quick=false output="" sections=()
while [ $# -gt 0 ]; do
  case $1 in
    --quick) quick=true ;;
    --output) output=${2:?--output takes a folder}; shift ;;
    -*) sed -n 's/^# Usage: /usage: /p' "$0" >&2; exit 2 ;;
    *) sections+=("$1") ;;
  esac
  shift
done
$quick && : "${output:=artifacts/benchmarks}"
: "${output:=benchmarks/report}"
peers=benchmarks/peers
harness=${SPATIALINDEX_PEERS:-../shared/bench}
sources=${SPATIALINDEX_SOURCES:-../shared/data/gazetteer}
made=artifacts/benchmark-tools
program=benchmarks/SpatialIndex.Benchmarks/bin/Release/net10.0/SpatialIndex.Benchmarks.dll
options=(--output "$output")
$quick && options+=(--quick)
mkdir -p "$made" "$output"

absent() { options+=(--absent "$1"); echo "$1" >&2; }

for project in benchmarks/SpatialIndex.Benchmarks src/SpatialIndex.Cli; do
  dotnet build "$project" -c Release -v quiet
done
options+=(--tool src/SpatialIndex.Cli/bin/Release/net10.0/SpatialIndex.Cli.dll)

if g++ -O3 -march=native -std=c++17 "$peers/nanoflann.cpp" -o "$made/nanoflann" 2>"$made/nanoflann.log"; then
  options+=(--peer "$made/nanoflann")
else
  absent "Not measured: nanoflann, for want of a C++ compiler with its header."
fi
if command -v node >/dev/null && command -v npm >/dev/null && npm install --prefix "$peers" --no-package-lock --no-audit --no-fund --silent >"$made/npm.log" 2>&1; then
  options+=(--peer "node $peers/geokdbush.mjs")
else
  absent "Not measured: geokdbush, for want of Node.js or the package."
fi

if [ -n "${SPATIALINDEX_BINARY:-}" ]; then
  options+=(--binary "$SPATIALINDEX_BINARY")
elif ! $quick && { command -v clang || command -v gcc; } >/dev/null; then
  case "$(uname -m)" in aarch64) rid=linux-arm64 ;; *) rid=linux-x64 ;; esac
  dotnet publish src/SpatialIndex.Cli -c Release -r "$rid" -o "$made/tool" -v quiet
  options+=(--binary "$made/tool/spatialindex")
fi
[ ! -d "$sources" ] || options+=(--sources "$sources")

# World1m is made of real towns; the goals beside nanoflann were set for it.
world=()
if ! $quick && [ -f "$harness/generate.py" ]; then
  for python in python3 /usr/bin/python3; do
    [ -f "$made/world1m.attrs.bin" ] || ! "$python" -c 'import numpy' 2>/dev/null || "$python" "$harness/generate.py" "$made" world1m
  done
  [ ! -f "$made/world1m.attrs.bin" ] || world=(--points 1000000 --dataset "$made/world1m")
fi

last_processor=$(($(nproc) - 1))
one_processor=()
command -v taskset >/dev/null && one_processor=(taskset -c "$last_processor")

measure() {
  local pinned=("${one_processor[@]}") environment=() more=()
  case $1 in peers | batch) more=("${world[@]}") ;; esac
  case $1 in
    # These use several threads, or start programs that do.
    build | batch | snapshots | startup | server) pinned=() ;;
    # Without tiers, the prebuilt code of the base library is never replaced, which would slow the managed peers down.
    peers | k | selectivity | growth) environment=(DOTNET_ReadyToRun=0) ;;
  esac
  env "${environment[@]}" "${pinned[@]}" dotnet "$program" "$1" "${options[@]}" "${more[@]}"
}

mapfile -t known < <(dotnet "$program" sections)
[ ${#known[@]} -gt 0 ] || { echo "The program names no sections." >&2; exit 1; }
for section in "${sections[@]}"; do
  [[ " ${known[*]} " == *" $section "* ]] || { echo "There is no section $section, only ${known[*]}." >&2; exit 2; }
done
[ ${#sections[@]} -gt 0 ] || sections=("${known[@]}")
failed=()
for section in "${sections[@]}"; do
  printf '\n== %s\n' "$section"
  measure "$section" || failed+=("$section")
done
dotnet "$program" render "$output"
printf '\nThe report is %s/report.md\n' "$output"
[ ${#failed[@]} -eq 0 ] || { echo "Failed: ${failed[*]}" >&2; exit 1; }
