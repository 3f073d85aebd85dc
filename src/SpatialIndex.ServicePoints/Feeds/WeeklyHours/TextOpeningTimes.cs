using SpatialIndex.ServicePoints.Feeds.Records;
using SpatialIndex.ServicePoints.Feeds.Sources;
using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Feeds.WeeklyHours;

/// <summary>Hours written as text.</summary>
internal sealed class TextOpeningTimes(FieldPath path, HoursText hours) : OpeningTimesSource
{
    public override IEnumerable<FieldPath> Paths => [path];

    public override OpeningTimes Read(FeedRecord record, string countryCode, Action<string, string> report)
    {
        string text = record.Text(path)?.Trim() ?? "";
        if (text.Length == 0)
        {
            return OpeningTimes.None;
        }

        if (hours.Parse(text, countryCode) is { } week)
        {
            return week;
        }

        report(NotUnderstood, text);
        return OpeningTimes.None;
    }
}
