namespace SpatialIndex.ServicePoints.Geocoding;

/// <summary>Turns addresses into places. Called from any number of threads.</summary>
public interface IGeocoder
{
    /// <summary>
    /// Looks an address up. What goes wrong is an answer, <see cref="GeocodingAnswer.Unavailable"/>; an exception and null are taken for that too.
    /// </summary>
    /// <param name="address">The address.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask<GeocodingAnswer> GeocodeAsync(GeocodingAddress address, CancellationToken cancellationToken);
}
