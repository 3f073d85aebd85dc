#!/usr/bin/env bash
# Packs the packages and uses them as a stranger would: the example of the README in a fresh project, as it is and compiled ahead of
# time, and the tool. Needs the .NET SDK and, for the ahead-of-time part, clang or gcc.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
case "$(uname -m)" in aarch64) rid=linux-arm64 ;; *) rid=linux-x64 ;; esac

dotnet pack SpatialIndex.sln -c Release -warnaserror -o "$work/packages"
version=$(sed -n 's|.*<Version>\(.*\)</Version>.*|\1|p' Directory.Build.props)
for package in SpatialIndex SpatialIndex.ServicePoints SpatialIndex.AspNetCore SpatialIndex.Cli; do
  test -f "$work/packages/$package.$version.nupkg" || { echo "$package $version was not packed."; exit 1; }
done

# Packages of this version that were restored before must not be taken for these.
export NUGET_PACKAGES="$work/cache"

# What is not ours comes from where the machine has it from.
mkdir "$work/example"
cd "$work/example"
dotnet new nugetconfig >/dev/null
dotnet nuget remove source nuget --configfile nuget.config >/dev/null
dotnet nuget add source "$work/packages" --name packed --configfile nuget.config >/dev/null
sed -i '/<clear *\/>/d' nuget.config

echo "== The tool"
dotnet tool install SpatialIndex.Cli --version "$version" --tool-path "$work/tool" --configfile nuget.config
"$work/tool/spatialindex" build -o laposte.snapshot --carriers "$root/data/carriers.json" --as-of 2100-01-01T00:00:00Z "$root/data/laposte_fr_poincont2.csv.gz"

echo "== The example of the README"
cat > example.csproj <<PROJECT
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <ImplicitUsings>enable</ImplicitUsings>
    <Nullable>enable</Nullable>
    <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
    <PublishAot>true</PublishAot>
    <InvariantGlobalization>true</InvariantGlobalization>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="SpatialIndex.ServicePoints" Version="$version" />
  </ItemGroup>
</Project>
PROJECT
awk '/^```csharp$/ { inside = 1; next } /^```$/ { if (inside) exit } inside' "$root/README.md" > Program.cs
dotnet run -c Release | tee answer
test "$(wc -l < answer)" -eq 5
grep -q "335 m  LYON TERREAUX" answer

echo "== The same, compiled ahead of time"
dotnet publish -c Release -r "$rid" -o bin
./bin/example | cmp - answer
