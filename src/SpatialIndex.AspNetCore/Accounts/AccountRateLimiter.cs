using System.Threading.RateLimiting;
using SpatialIndex.ServicePoints.Api.Accounts;

namespace SpatialIndex.AspNetCore.Accounts;

/// <summary>Lets each account ask so many times in any minute.</summary>
internal sealed class AccountRateLimiter(int requestsPerMinute) : IRequestLimiter, IDisposable
{
    private const int SegmentsPerMinute = 6;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<string> _limiter = PartitionedRateLimiter.Create<string, string>(
        account => RateLimitPartition.GetSlidingWindowLimiter(account, _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = requestsPerMinute,
            Window = Window,
            SegmentsPerWindow = SegmentsPerMinute,
        }));

    public bool TryAdmit(string? account, out TimeSpan retryAfter)
    {
        using RateLimitLease lease = _limiter.AttemptAcquire(account ?? "");
        if (!lease.TryGetMetadata(MetadataName.RetryAfter, out retryAfter))
        {
            retryAfter = Window / SegmentsPerMinute;
        }

        return lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();
}
