using SpatialIndex.ServicePoints.Search;

namespace SpatialIndex.ServicePoints.Api;

/// <summary>A live check, or none, behind which stands the estimate: a point that is fresh is available.</summary>
internal sealed class GuardedAvailabilityCheck(IAvailabilityCheck? check, TimeSpan timeout, TimeProvider clock)
{
    public async ValueTask<bool> IsAvailableAsync(SearchHit hit, CancellationToken cancellationToken)
    {
        if (check is null)
        {
            return !hit.IsExpired;
        }

        using var abandonment = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            Task<bool?> answer = check.IsAvailableAsync(hit.Point, abandonment.Token).AsTask();
            return await answer.WaitAsync(timeout, clock, cancellationToken).ConfigureAwait(false) ?? !hit.IsExpired;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // Whatever a host's check throws, the estimate stands.
        catch (Exception)
#pragma warning restore CA1031
        {
            return !hit.IsExpired;
        }
        finally
        {
            await abandonment.CancelAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
