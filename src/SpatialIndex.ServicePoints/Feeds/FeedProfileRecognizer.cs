namespace SpatialIndex.ServicePoints.Feeds;

/// <summary>Finds the built-in profile of a feed by the fields of its first records.</summary>
public static class FeedProfileRecognizer
{
    private const int RecordsToTry = 5;

    /// <summary>How much of a file is looked at: room for some records, and little to skip where they are elsewhere.</summary>
    private const int PrefixBytes = 256 << 10;

    /// <summary>The one built-in profile that knows the file.</summary>
    /// <exception cref="FeedException">The file cannot be opened, or no profile or more than one knows it.</exception>
    public static FeedProfile Recognize(string path)
    {
        List<FeedProfile> matches = [.. FeedProfiles.All.Where(profile => Matches(path, profile))];
        if (matches.Count == 1)
        {
            return matches[0];
        }

        if (matches.Count == 0 && HasNdjsonExtension(path))
        {
            return FeedProfiles.Canonical;
        }

        string names = string.Join(", ", (matches.Count == 0 ? FeedProfiles.All : matches).Select(static profile => profile.Name));
        throw new FeedException(matches.Count == 0
            ? $"{path}: no built-in profile ({names}) recognises this feed; name a profile or a profile file: PROFILE={path}"
            : $"{path}: more than one profile ({names}) recognises this feed; name one: PROFILE={path}");
    }

    private static bool Matches(string path, FeedProfile profile)
    {
        using FeedFile file = FeedFile.Open(path, profile.Encoding);
        try
        {
            using var prefix = new PrefixStream(file.Content, PrefixBytes);
            return FeedRecords.Read(prefix, Path.GetFileName(path), profile).Take(RecordsToTry).Any(profile.Recognizes);
        }
        catch (FeedException)
        {
            return false;
        }
    }

    private static bool HasNdjsonExtension(string path)
    {
        string name = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? path[..^3] : path;
        return name.EndsWith(".ndjson", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase);
    }
}
