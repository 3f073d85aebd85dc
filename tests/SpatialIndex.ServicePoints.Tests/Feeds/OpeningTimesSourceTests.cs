using System.Collections.Frozen;
using System.Text.Json;
using SpatialIndex.ServicePoints.Feeds;
using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Tests.Feeds;

public class OpeningTimesSourceTests
{
    private static readonly FieldPath Path = new("h");

    private static readonly DayObjectsOpeningTimes DayObjects = new(
        Path,
        new FieldPath("d"),
        new Dictionary<string, int> { ["1"] = 0, ["7"] = 6 }.ToFrozenDictionary(),
        [(new FieldPath("o1"), new FieldPath("c1")), (new FieldPath("o2"), new FieldPath("c2"))]);

    [Fact]
    public void DayObjects_SplitAndClosedDays_AreRead()
    {
        OpeningTimes week = Read(DayObjects, """[{"d":1,"o1":"09:00","c1":"12:00","o2":"1300","c2":"2359"},{"d":"7","o1":"","c1":""}]""", expectProblem: false);

        Assert.Equal(new OpeningTimes([[new(540, 720), new(780, 1439)], [], [], [], [], [], []]), week);
    }

    [Theory]
    [InlineData("""[{"d":2,"o1":"09:00","c1":"12:00"}]""")]
    [InlineData("""[{"d":1,"o1":"09:00","c1":""}]""")]
    [InlineData("""[{"d":1,"o1":"nine","c1":"12:00"}]""")]
    [InlineData("""[{"o1":"09:00","c1":"12:00"}]""")]
    [InlineData("""[5]""")]
    [InlineData("""{"d":1}""")]
    public void DayObjects_NotUnderstood_StaysUnknown(string json) =>
        Assert.Equal(OpeningTimes.None, Read(DayObjects, json, expectProblem: true));

    [Fact]
    public void Minutes_DaysWithRanges_AreRead()
    {
        OpeningTimes week = Read(
            new MinutesOpeningTimes(Path), """{"monday":[{"start":480,"end":720},{"start":780,"end":1140}],"TUESDAY":[{"start":1320,"end":120}],"sunday":[]}""", expectProblem: false);

        Assert.Equal(new OpeningTimes([[new(480, 720), new(780, 1140)], [new(1320, 120)], [], [], [], [], []]), week);
    }

    [Theory]
    [InlineData("""{"monday":[{"start":0,"end":0}]}""")]
    [InlineData("""{"monday":[{"start":0,"end":1441}]}""")]
    [InlineData("""{"monday":[{"start":480}]}""")]
    [InlineData("""{"mon":[{"start":480,"end":720}]}""")]
    [InlineData("""{"monday":"8-12"}""")]
    [InlineData("""[1]""")]
    public void Minutes_NotUnderstood_StaysUnknown(string json) =>
        Assert.Equal(OpeningTimes.None, Read(new MinutesOpeningTimes(Path), json, expectProblem: true));

    [Theory]
    [InlineData("\"24/7\"", true)]
    [InlineData("\" 24//7 \"", true)]
    [InlineData("\"\"", false)]
    [InlineData("null", false)]
    public void Text_RoundTheClockOrNothing_IsRead(string json, bool isRoundTheClock) =>
        Assert.Equal(isRoundTheClock ? OpeningTimes.RoundTheClock : OpeningTimes.None, Read(new TextOpeningTimes(Path), json, expectProblem: false));

    [Theory]
    [InlineData("\"PN-SB 06-22\"")]
    [InlineData("\"24/5\"")]
    public void Text_AnythingElse_StaysUnknown(string json) =>
        Assert.Equal(OpeningTimes.None, Read(new TextOpeningTimes(Path), json, expectProblem: true));

    private static OpeningTimes Read(OpeningTimesSource source, string json, bool expectProblem)
    {
        using JsonDocument document = JsonDocument.Parse($$"""{"h":{{json}}}""");
        var problems = new List<string>();

        OpeningTimes week = source.Read(new JsonFeedRecord(document.RootElement) { Number = 1 }, (_, value) => problems.Add(value));

        Assert.Equal(expectProblem ? 1 : 0, problems.Count);
        return week;
    }
}
