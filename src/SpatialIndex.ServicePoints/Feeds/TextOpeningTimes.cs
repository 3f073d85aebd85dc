using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Feeds;

/// <summary>Hours written as text. Understood is "24/7" in its spellings; anything else is reported and stays unknown.</summary>
internal sealed class TextOpeningTimes(FieldPath path) : OpeningTimesSource(path)
{
    public override OpeningTimes Read(FeedRecord record, Action<string, string> report)
    {
        string text = record.Text(Path)?.Trim() ?? "";
        switch (text)
        {
            case "":
                return OpeningTimes.None;
            case "24/7" or "24//7":
                return OpeningTimes.RoundTheClock;
            default:
                report("the hours are not understood and stay unknown", text);
                return OpeningTimes.None;
        }
    }
}
