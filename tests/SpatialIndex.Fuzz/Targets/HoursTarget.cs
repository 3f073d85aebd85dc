using SpatialIndex.ServicePoints.Feeds.WeeklyHours;
using SpatialIndex.ServicePoints.Hours;
using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.Fuzz.Targets;

/// <summary>A text of weekly hours, in every style and all languages, and the times that follow from it.</summary>
internal sealed class HoursTarget : IFuzzTarget
{
    private static readonly PointTimeZone Zone = new PointTimeZones(CarrierCatalogue.Empty).Find("Europe/Amsterdam")!;

    public string Name => "hours";

    public void Run(ReadOnlySpan<byte> input)
    {
        string text = InputText.Decode(input);
        foreach (HoursStyle style in Enum.GetValues<HoursStyle>())
        {
            if (new HoursText(HoursLanguages.All, ["Ligipääs ratastooliga"], style).Parse(text) is { } week)
            {
                var schedule = new OpeningSchedule(TestPoints.Simple("1") with { OpeningTimes = week }, Zone);
                _ = (schedule.IsOpenTomorrow(TestPoints.AsOf), schedule.NextOpenAt(TestPoints.AsOf));
            }
        }
    }
}
