using System.Text;
using SpatialIndex.ServicePoints.Feeds.Records;

namespace SpatialIndex.ServicePoints.Feeds;

/// <summary>Finds the built-in profile of a feed by the fields of its first records.</summary>
public static class FeedProfileRecognizer
{
    private const int RecordsToTry = 5;

    /// <summary>How much of a file is looked at: room for some records, and little to skip where they are elsewhere.</summary>
    private const int PrefixBytes = 256 << 10;

    /// <summary>The one built-in profile that knows the file.</summary>
    /// <exception cref="FeedException">The file cannot be read, or no profile or more than one knows it.</exception>
    public static FeedProfile Recognize(string path)
    {
        OsmFile.Refuse(path);
        byte[] prefix = ReadPrefix(path);
        List<FeedProfile> matches = [.. FeedProfiles.All.Where(profile => Matches(prefix, profile))];
        if (matches.Count == 1)
        {
            return matches[0];
        }

        if (matches.Count == 0 && HasNdjsonExtension(path))
        {
            return FeedProfiles.Canonical;
        }

        string names = string.Join(", ", (matches.Count == 0 ? FeedProfiles.All : matches).Select(static profile => profile.Name));
        throw new FeedException(
            prefix.Length == 0 ? $"{path}: the file is empty."
            : matches.Count == 0 ? $"{path}: no built-in profile ({names}) recognises this feed; name a profile or a profile file: PROFILE={path}"
            : $"{path}: more than one profile ({names}) recognises this feed; name one: PROFILE={path}");
    }

    private static byte[] ReadPrefix(string path)
    {
        using FeedFile file = FeedFile.Open(path, Encoding.UTF8);
        byte[] prefix = new byte[PrefixBytes];
        int length = file.Content.ReadAtLeast(prefix, prefix.Length, throwOnEndOfStream: false);
        return prefix[..length];
    }

    private static bool Matches(byte[] prefix, FeedProfile profile)
    {
        try
        {
            using Stream content = FeedFile.Transcode(new MemoryStream(prefix), profile.Encoding, "");
            return FeedRecords.Read(content, "", profile).Take(RecordsToTry).Any(profile.Recognizes);
        }
        catch (FeedException)
        {
            // The file is not of this kind, or ends in the middle of a record.
            return false;
        }
    }

    private static bool HasNdjsonExtension(string path)
    {
        string name = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? path[..^3] : path;
        return name.EndsWith(".ndjson", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase);
    }
}
