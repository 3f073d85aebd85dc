using SpatialIndex.ServicePoints.Feeds.Records;
using SpatialIndex.ServicePoints.Feeds.Sources;
using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Feeds.WeeklyHours;

/// <summary>A truth value that says whether a point is open round the clock; when it is not, the hours are unknown.</summary>
internal sealed class AlwaysOpenFlag(FieldPath path) : OpeningTimesSource
{
    public override IEnumerable<FieldPath> Paths => [path];

    public override OpeningTimes Read(FeedRecord record, string countryCode, Action<string, string> report) =>
        record.Text(path) is "true" or "1" ? OpeningTimes.RoundTheClock : OpeningTimes.None;
}
