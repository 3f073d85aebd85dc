using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Api;

/// <summary>Asks carriers whether points can be used right now. Called from any number of threads.</summary>
public interface IAvailabilityCheck
{
    /// <summary>Asks the point's carrier. An exception, and an answer that takes too long, count as no answer.</summary>
    /// <param name="point">The point as it is stored.</param>
    /// <param name="cancellationToken">Cancelled when the answer is no longer awaited.</param>
    /// <returns>Whether the point is available; null when its carrier cannot be asked, so that its freshness decides.</returns>
    ValueTask<bool?> IsAvailableAsync(ServicePoint point, CancellationToken cancellationToken);
}
