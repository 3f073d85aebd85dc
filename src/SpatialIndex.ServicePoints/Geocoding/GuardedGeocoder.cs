namespace SpatialIndex.ServicePoints.Geocoding;

/// <summary>A geocoder, or none, whose failures are answers.</summary>
internal sealed class GuardedGeocoder(IGeocoder? geocoder) : IGeocoder
{
    public async ValueTask<GeocodingAnswer> GeocodeAsync(GeocodingAddress address, CancellationToken cancellationToken)
    {
        if (geocoder is null)
        {
            return GeocodingAnswer.Unavailable;
        }

        try
        {
            Task<GeocodingAnswer> answer = geocoder.GeocodeAsync(address, cancellationToken).AsTask();
            return await answer.WaitAsync(cancellationToken).ConfigureAwait(false) ?? GeocodingAnswer.Unavailable;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // Whatever a host's geocoder throws, the request has an answer.
        catch (Exception)
#pragma warning restore CA1031
        {
            return GeocodingAnswer.Unavailable;
        }
    }
}
