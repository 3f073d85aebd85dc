using SpatialIndex.ServicePoints.Geocoding;
using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.Cli;

/// <summary>A source of a gazetteer on the command line: <c>FILE</c>, or <c>CC=FILE</c> to name its country.</summary>
internal static class GazetteerArgument
{
    public static GazetteerInput Parse(string argument)
    {
        (string? name, string path) = FileArgument.Parse(argument, "gazetteer build");
        return name is null ? new GazetteerInput(path)
            : CountryCode.Normalize(name) is { } country ? new GazetteerInput(path, country)
            : throw new UsageException($"\"{name}\" is no country; write its two letters, as in US={path}.");
    }
}
