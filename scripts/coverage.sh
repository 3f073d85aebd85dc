#!/usr/bin/env bash
# Runs all tests by the command of the README and prints how many lines of each assembly they reach, generated code left out.
# Exit code 1: a test failed, or an assembly is below 90 %. Lines that are not reached: artifacts/coverage/missed, as FILE:LINE.
set -euo pipefail
cd "$(dirname "$0")/.."
least=90
out=artifacts/coverage

command=$(sed -n 's/^\(dotnet test .*\)$/\1/p' README.md | head -n 1)
[ -n "$command" ] || { echo "The README names no test command." >&2; exit 1; }
rm -rf "$out"
$command --collect "XPlat Code Coverage" --settings scripts/coverage.runsettings --results-directory "$out"

awk -v least="$least" -v assemblies="$(cd src && printf "%s\n" */ | tr -d / | paste -sd ,)" -v missed="$out/missed" -F '[:,]' '
  /^SF:/ { file = $2; sub(".*/src/", "", file) }
  /^DA:/ && file !~ "/obj/" { reached[file ":" $2] += $3 }
  END {
    for (line in reached) {
      assembly = substr(line, 1, index(line, "/") - 1)
      lines[assembly]++
      if (reached[line]) hit[assembly]++
      else print "src/" line | "sort -t : -k 1,1 -k 2,2n > " missed
    }
    printf "%-28s %7s %9s %7s\n", "assembly", "lines", "reached", "%"
    count = split(assemblies, names, ",")
    for (i = 1; i <= count; i++) {
      assembly = names[i]
      percent = lines[assembly] ? 100 * hit[assembly] / lines[assembly] : 0
      printf "%-28s %7d %9d %7.1f\n", assembly, lines[assembly], hit[assembly], percent | "sort"
      if (percent < least) low = 1
    }
    close("sort")
    if (low) print "Below " least " %."
    exit low
  }' "$out"/*/coverage.info
