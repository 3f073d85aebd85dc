#!/usr/bin/env bash
# What the edge server costs: cold start and memory of the binary, and its throughput beside a bare Kestrel endpoint of as many bytes.
# Usage: benchmarks/server.sh BINARY SNAPSHOT; needs curl and wrk. The snapshot is the sample of data/.
set -euo pipefail
binary=$1
snapshot=$2
list='/api/v3/service-points?country_code=FR&carrier_code=laposte&latitude=45.7640&longitude=4.8357&limit=20'
work=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null; rm -rf "$work"' EXIT

printf 'binary: %s bytes\n' "$(stat -c %s "$binary")"
for run in 1 2 3 4 5; do
  port=$((20000 + run))
  start=$(date +%s%N)
  taskset -c 0 "$binary" serve --snapshot "$snapshot" --urls "http://127.0.0.1:$port" 2>"$work/log" &
  server=$!
  until curl -fs -o "$work/body" "http://127.0.0.1:$port$list"; do :; done
  printf 'first answer after %s ms\n' $((($(date +%s%N) - start) / 1000000))
  if [ "$run" -eq 5 ]; then
    taskset -c 1 wrk -t1 -c8 -d10s "http://127.0.0.1:$port$list" | grep 'requests in'
    grep VmRSS "/proc/$server/status"
    start=$(date +%s)
    exec 3<>"/dev/tcp/127.0.0.1/$port"
    printf 'GET / HTTP/1.1\r\n' >&3
    timeout 60 cat <&3 >"$work/slow" || true
    exec 3>&-
    printf 'a client that never ends its headers is answered "%s" after %s s\n' "$(head -n 1 "$work/slow" | tr -d '\r')" $(($(date +%s) - start))
  fi
  kill "$server"
  wait "$server" || true
done

DOTNET_TieredPGO=0 taskset -c 0 dotnet run -c Release --project "$(dirname "$0")/SpatialIndex.Benchmarks" -- throughput-server "$snapshot" "$list" >"$work/urls" &
until [ -s "$work/urls" ]; do sleep 0.1; done
read -r bare full <"$work/urls"
rate() { taskset -c 1 wrk -t1 -c16 -d4s "$1" | sed -n 's/^Requests\/sec: *//p'; }
rate "$full" >/dev/null
for run in 1 2 3 4 5; do
  b=$(rate "$bare")
  f=$(rate "$full")
  printf 'bare %s list %s requests a second, ratio %s\n' "$b" "$f" "$(awk "BEGIN { printf \"%.2f\", $f / $b }")"
done
