using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.ServicePoints.Geocoding;

/// <summary>
/// Looks addresses up among the addresses of a snapshot's own points, which are gathered at the first question. Safe to use from any number
/// of threads.
/// </summary>
/// <param name="snapshot">The snapshot, which must stay open until the first question was answered.</param>
public sealed class SnapshotGeocoder(Snapshot snapshot) : IGeocoder
{
    private readonly Lazy<GazetteerGeocoder> _geocoder = new(() => new GazetteerGeocoder(Gazetteer.Of(snapshot)));

    /// <inheritdoc/>
    public ValueTask<GeocodingAnswer> GeocodeAsync(GeocodingAddress address, CancellationToken cancellationToken) =>
        _geocoder.Value.GeocodeAsync(address, cancellationToken);
}
