using SpatialIndex.ServicePoints.Geocoding;

namespace SpatialIndex.Cli.Queries;

/// <summary>A geocoder whose gazetteer is opened with the first address.</summary>
internal sealed class LazyGeocoder(Func<Gazetteer> open) : IGeocoder, IDisposable
{
    private readonly Lazy<Gazetteer> _gazetteer = new(open);

    public ValueTask<GeocodingAnswer> GeocodeAsync(GeocodingAddress address, CancellationToken cancellationToken) =>
        new GazetteerGeocoder(_gazetteer.Value).GeocodeAsync(address, cancellationToken);

    public void Dispose()
    {
        if (_gazetteer.IsValueCreated)
        {
            _gazetteer.Value.Dispose();
        }
    }
}
