using SpatialIndex.ServicePoints.Feeds;
using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.Cli;

/// <summary>A feed on the command line: <c>FILE</c>, whose profile is recognised, or <c>PROFILE=FILE</c>.</summary>
internal static class FeedArgument
{
    public static FeedInput Parse(string argument)
    {
        (string? name, string path) = FileArgument.Parse(argument, "build");
        if (name is null)
        {
            return new FeedInput(path, FeedProfileRecognizer.Recognize(path));
        }

        FeedProfile? profile = FeedProfiles.Find(name);
        if (profile is null && name.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
        {
            profile = FeedProfileReader.Read(name);
        }

        return profile is not null
            ? new FeedInput(path, profile)
            : throw new UsageException(
                $"There is no profile \"{name}\"; there are {string.Join(", ", FeedProfiles.All.Select(static known => known.Name))}, or name a profile file that ends in .json.");
    }
}
