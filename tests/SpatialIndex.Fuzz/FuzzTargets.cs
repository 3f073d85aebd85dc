using SpatialIndex.Fuzz.Targets;
using SpatialIndex.ServicePoints.Feeds;

namespace SpatialIndex.Fuzz;

/// <summary>All targets.</summary>
internal static class FuzzTargets
{
    public static IReadOnlyList<IFuzzTarget> All { get; } =
    [
        new TreeTarget(),
        new SnapshotTarget(),
        new GazetteerTarget(),
        new CanonicalTarget(),
        new FeedTarget("ndjson", FeedFormat.Ndjson),
        new FeedTarget("json", FeedFormat.Json),
        new FeedTarget("geojson", FeedFormat.GeoJson),
        new FeedTarget("csv", FeedFormat.Csv),
        new ProfileTarget(),
        new CarriersTarget(),
        new HoursTarget(),
        new SourcesTarget(),
        new RequestTarget(),
        new AddressTarget(),
        new BatchTarget(),
        new KeysTarget(),
        new SignatureTarget(),
    ];

    public static IFuzzTarget Find(string name) => All.First(target => target.Name == name);
}
