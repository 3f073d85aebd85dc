#!/usr/bin/env bash
# Fuzzes what reads files: scripts/fuzz.sh [TARGET] [SECONDS]; without a target (or with "all") one after the other, 60 seconds each.
# FUZZ_SEED fixes the seed of chance. Needs the .NET SDK; installs AFL++ by apt. Prints executions, edges and findings. Exit code 0: none; 1: findings, which then lie in
# artifacts/fuzz/TARGET; 2: AFL++ gave up; 3: there is no AFL++. What is looked for, and what was found so far: docs/fuzzing.md.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDTERMINALLOGGER=off
target=${1:-all}
seconds=${2:-60}
project=tests/SpatialIndex.Fuzz
out=artifacts/fuzz

if ! command -v afl-fuzz >/dev/null; then
  as_root=$([ "$(id -u)" -eq 0 ] || echo sudo)
  if ! { $as_root apt-get update -qq && $as_root apt-get install -y -qq --no-install-recommends afl++; }; then
    echo "AFL++ cannot be installed here." >&2
    exit 3
  fi
fi

# Findings are read again by the plain build, so that no instrumentation is taken for the cause.
rm -rf "$out/plain" "$out/instrumented"
dotnet tool restore >/dev/null
dotnet publish "$project" -c Release -o "$out/plain" -v quiet
cp -r "$out/plain" "$out/instrumented"
for library in SpatialIndex SpatialIndex.ServicePoints SpatialIndex.AspNetCore SpatialIndex.Cli CsvHelper MessagePack; do
  dotnet sharpfuzz "$out/instrumented/$library.dll"
done

# Inputs are read from files: in memory where there is a place for it. Named through a link, because no snapshot is written to /dev.
memory=$(mktemp -d -p /dev/shm 2>/dev/null || mktemp -d)
work=$(mktemp -d)
trap 'rm -rf "$memory" "$work"' EXIT
ln -s "$memory" "$work/scratch"
export TMPDIR="$work/scratch"

# An input may take half a gigabyte, and a second of a processor in the plain build: here five, with counting and compiling, on a busy
# machine. What counts branches is of one thread.
export DOTNET_GCHeapHardLimit=0x20000000 DOTNET_PROCESSOR_COUNT=1 DOTNET_TieredPGO=0
export AFL_FORKSRV_INIT_TMOUT=60000 AFL_MAP_SIZE=65536 AFL_NO_UI=1 AFL_NO_AFFINITY=1
export AFL_SKIP_BIN_CHECK=1 AFL_SKIP_CPUFREQ=1 AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES=1

statistic() { sed -n "s/^$2 *: //p" "$out/$1/default/fuzzer_stats"; }

fuzz() {
  rm -rf "${out:?}/$1"
  if ! afl-fuzz -i "$project/Corpus/$1" -o "$out/$1" -x "$project/Dictionaries/$1.dict" -m none -t 5000+ -V "$seconds" ${FUZZ_SEED:+-s "$FUZZ_SEED"} \
    -- dotnet "$out/instrumented/SpatialIndex.Fuzz.dll" "$1" >"$work/log" 2>&1; then
    tail -n 20 "$work/log"
    exit 2
  fi
}

# What recurs in a process of its own. A machine that is busy with other things makes inputs slow that are not.
findings() {
  local found=0
  for input in "$out/$1"/default/crashes/id* "$out/$1"/default/hangs/id*; do
    if [ -e "$input" ] && ! timeout 60 dotnet "$out/plain/SpatialIndex.Fuzz.dll" "$1" "$input" >&2; then
      found=$((found + 1))
    fi
  done
  echo "$found"
}

targets=$target
[ "$target" != all ] || targets=$(dotnet "$out/plain/SpatialIndex.Fuzz.dll")
total=0
printf '%-10s %12s %7s %9s\n' target executions edges findings
for name in $targets; do
  fuzz "$name"
  found=$(findings "$name")
  printf '%-10s %12s %7s %9s\n' "$name" "$(statistic "$name" execs_done)" "$(statistic "$name" edges_found)" "$found"
  total=$((total + found))
done
[ "$total" -eq 0 ]
