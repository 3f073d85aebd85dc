using SpatialIndex.ServicePoints.Feeds;
using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.Cli;

/// <summary>A feed on the command line: <c>FILE</c>, whose profile is recognised, or <c>PROFILE=FILE</c>.</summary>
/// <param name="Input">The feed.</param>
/// <param name="ProfilePath">The file of its profile; null when that is built in.</param>
internal readonly record struct FeedArgument(FeedInput Input, string? ProfilePath)
{
    public static FeedArgument Parse(string argument)
    {
        (string? name, string path) = FileArgument.Parse(argument, "build");
        if (name is null)
        {
            return new FeedArgument(new FeedInput(path, FeedProfileRecognizer.Recognize(path)), null);
        }

        if (FeedProfiles.Find(name) is { } profile)
        {
            return new FeedArgument(new FeedInput(path, profile), null);
        }

        return name.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
            ? new FeedArgument(new FeedInput(path, FeedProfileReader.Read(name)), name)
            : throw new UsageException(
                $"There is no profile \"{name}\"; there are {string.Join(", ", FeedProfiles.All.Select(static known => known.Name))}, or name a profile file that ends in .json.");
    }
}
