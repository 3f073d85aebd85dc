using SpatialIndex.ServicePoints.Feeds.Records;
using SpatialIndex.ServicePoints.Feeds.Sources;
using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Feeds.WeeklyHours;

/// <summary>Hours in the grammar of OpenStreetMap's <c>opening_hours</c>, as far as they are weekly.</summary>
internal sealed class OsmOpeningTimes(FieldPath path) : OpeningTimesSource
{
    private readonly OsmHours _hours = new();

    public override IEnumerable<FieldPath> Paths => [path];

    public override OpeningTimes Read(FeedRecord record, string countryCode, Action<string, string> report)
    {
        string text = record.Text(path)?.Trim() ?? "";
        if (text.Length == 0)
        {
            return OpeningTimes.None;
        }

        if (_hours.Parse(text, out bool isMoreThanAWeek) is not { } week)
        {
            report(NotUnderstood, text);
            return OpeningTimes.None;
        }

        if (isMoreThanAWeek)
        {
            report(WeeklyPart, text);
        }

        return week;
    }
}
