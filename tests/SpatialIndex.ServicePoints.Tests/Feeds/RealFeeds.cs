using System.Collections.Concurrent;

namespace SpatialIndex.ServicePoints.Tests.Feeds;

/// <summary>Builds each of the carriers' real files once, for all tests that ask for it.</summary>
public sealed class RealFeeds
{
    private readonly ConcurrentDictionary<string, Lazy<RealFeed>> _feeds = new(StringComparer.Ordinal);

    public RealFeed this[string file] =>
        _feeds.GetOrAdd(Repository.Shared($"data/points/{file}"), static path => new Lazy<RealFeed>(() => RealFeed.Build(path))).Value;
}
