using SpatialIndex.ServicePoints.Feeds;
using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.Cli;

/// <summary>A feed on the command line: <c>FILE</c>, whose profile is recognised, or <c>PROFILE=FILE</c>.</summary>
internal static class FeedArgument
{
    public static FeedInput Parse(string argument)
    {
        if (argument.Length == 0)
        {
            throw new UsageException("The name of a feed file is empty.");
        }

        if (argument[0] == '-' && !File.Exists(argument))
        {
            throw new UsageException($"There is no option {argument}; see 'spatialindex build --help'.");
        }

        int equals = argument.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0 || File.Exists(argument))
        {
            return new FeedInput(argument, FeedProfileRecognizer.Recognize(argument));
        }

        string name = argument[..equals];
        string path = argument[(equals + 1)..];
        if (path.Length == 0)
        {
            throw new UsageException($"There is no file behind \"{argument}\".");
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
