using System.Collections.Frozen;
using System.Reflection;

namespace SpatialIndex.ServicePoints.Feeds;

/// <summary>The profiles that come with the library. Safe to use from any number of threads.</summary>
public static class FeedProfiles
{
    /// <summary>The name of the profile of the canonical feed.</summary>
    private const string CanonicalName = "canonical";

    private const string ResourcePrefix = "profile/";

    private static readonly Lazy<FrozenDictionary<string, FeedProfile>> BuiltIn = new(Load);

    /// <summary>All built-in profiles in ordinal order of their names.</summary>
    public static IEnumerable<FeedProfile> All => BuiltIn.Value.Values.OrderBy(static profile => profile.Name, StringComparer.Ordinal);

    /// <summary>The profile of the canonical feed: one stored point a line.</summary>
    public static FeedProfile Canonical => BuiltIn.Value[CanonicalName];

    /// <summary>The built-in profile of that name; null when there is none.</summary>
    public static FeedProfile? Find(string name) => BuiltIn.Value.GetValueOrDefault(name);

    private static FrozenDictionary<string, FeedProfile> Load()
    {
        Assembly assembly = typeof(FeedProfiles).Assembly;
        return assembly.GetManifestResourceNames()
            .Where(static name => name.StartsWith(ResourcePrefix, StringComparison.Ordinal))
            .Select(name =>
            {
                using Stream stream = assembly.GetManifestResourceStream(name)!;
                using var reader = new StreamReader(stream);
                return FeedProfileReader.Parse(reader.ReadToEnd(), name[ResourcePrefix.Length..]);
            })
            .ToFrozenDictionary(static profile => profile.Name, StringComparer.Ordinal);
    }
}
