using SpatialIndex.ServicePoints.Feeds;
using SpatialIndex.ServicePoints.Feeds.WeeklyHours;
using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Snapshots;

/// <summary>Counts what became of the records of one feed.</summary>
internal sealed class FeedTally(string file, string profile, Action<FeedProblem>? onProblem)
{
    private readonly long[] _problems = new long[Enum.GetValues<FeedProblemKind>().Length];
    private readonly HashSet<CoveredCarrier> _covers = [];
    private CoveredCarrier? _lastCovered;
    private long _records;
    private long _points;
    private DateTimeOffset? _oldest;
    private DateTimeOffset? _newest;
    private long _hoursUnderstood;
    private long _hoursNotUnderstood;
    private FeedProblem? _firstRejection;

    public string File { get; } = file;

    public string ContentHash { get; set; } = "";

    public void CountRecord() => _records++;

    /// <summary>The carriers and countries of all points, whatever became of them since.</summary>
    public IReadOnlySet<CoveredCarrier> Covers => _covers;

    /// <summary>Counts a point that was read, whatever becomes of it.</summary>
    public void Cover(ServicePoint point)
    {
        if (!point.OpeningTimes.IsEmpty)
        {
            _hoursUnderstood++;
        }

        // Mostly the same as the last.
        if (_lastCovered?.CarrierCode != point.Carrier.Code || _lastCovered.CountryCode != point.Address.CountryCode)
        {
            _lastCovered = new CoveredCarrier(point.Carrier.Code, point.Address.CountryCode);
            _covers.Add(_lastCovered);
        }
    }

    public void CountPoint(DateTimeOffset refreshedAt)
    {
        _points++;
        _oldest = _oldest is { } oldest && oldest <= refreshedAt ? oldest : refreshedAt;
        _newest = _newest is { } newest && newest >= refreshedAt ? newest : refreshedAt;
    }

    public void Report(FeedProblem problem)
    {
        _problems[(int)problem.Kind]++;
        if (problem.Kind == FeedProblemKind.Rejected)
        {
            _firstRejection ??= problem;
        }

        if (problem.Reason == OpeningTimesSource.NotUnderstood)
        {
            _hoursNotUnderstood++;
        }

        onProblem?.Invoke(problem);
    }

    /// <exception cref="FeedException">The feed is empty, or more of it is wrong than is allowed.</exception>
    public void ThrowIfUnusable(double maxRejectedPercent)
    {
        if (_records == 0)
        {
            throw new FeedException($"{File}: the feed holds no records.");
        }

        long rejected = _problems[(int)FeedProblemKind.Rejected];
        if (100.0 * rejected > maxRejectedPercent * _records)
        {
            throw new FeedException(string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"{File}: {rejected} of {_records} records are wrong, more than {maxRejectedPercent} %, so the feed is refused; the first: {_firstRejection}"));
        }
    }

    public FeedSummary Summarize() => new()
    {
        File = File,
        Profile = profile,
        Sha256 = ContentHash,
        Records = _records,
        Points = _points,
        Skipped = _problems[(int)FeedProblemKind.Skipped],
        Superseded = _problems[(int)FeedProblemKind.Superseded],
        Rejected = _problems[(int)FeedProblemKind.Rejected],
        Warnings = _problems[(int)FeedProblemKind.Warning],
        HoursUnderstood = _hoursUnderstood,
        HoursNotUnderstood = _hoursNotUnderstood,
        OldestRefreshedAt = _oldest,
        NewestRefreshedAt = _newest,
        Covers =
        [
            .. _covers
                .OrderBy(static covered => covered.CarrierCode, StringComparer.Ordinal)
                .ThenBy(static covered => covered.CountryCode, StringComparer.Ordinal),
        ],
    };
}
