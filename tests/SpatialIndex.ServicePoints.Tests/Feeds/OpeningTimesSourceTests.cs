using System.Collections.Frozen;
using System.Text.Json;
using SpatialIndex.ServicePoints.Feeds;
using SpatialIndex.ServicePoints.Feeds.Records;
using SpatialIndex.ServicePoints.Feeds.Sources;
using SpatialIndex.ServicePoints.Feeds.WeeklyHours;
using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Tests.Feeds;

public class OpeningTimesSourceTests
{
    private static readonly FieldPath Path = new("h");

    private static readonly DayObjectsOpeningTimes DayObjects = new(
        Path,
        [],
        new FieldPath("d"),
        new Dictionary<string, int> { ["1"] = 0, ["7"] = 6 }.ToFrozenDictionary(),
        [Span("o1", "c1"), Span("o2", "c2")]);

    private static DayRanges Span(string start, string end) => new(null, new FieldPath(start), new FieldPath(end), new HoursText(null, [], HoursStyle.OneDay));

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
        Assert.Equal(isRoundTheClock ? OpeningTimes.RoundTheClock : OpeningTimes.None, Read(Text(), json, expectProblem: false));

    [Fact]
    public void Text_NotUnderstood_StaysUnknown() => Assert.Equal(OpeningTimes.None, Read(Text(), "\"24/5\"", expectProblem: true));

    [Fact]
    public void DayObjects_InATextAndOfSeveralKinds_AreRead()
    {
        OpeningTimesSource source = Source(
            """
            {
              "dialect": "day_objects", "path": "h", "where": [{ "value": "type", "in": ["OPEN"] }], "day": "d", "days": { "1": "monday" },
              "ranges": [{ "start": "from", "end": "to" }]
            }
            """);

        OpeningTimes week = Read(
            source,
            $"\"{JsonEncodedText.Encode("""[{"type":"OPEN","d":1,"from":"06:00","to":"24:00"},{"type":"MAIL","d":9,"to":"17:00"},{"type":"OPEN","d":1,"from":"00:00","to":"02:00"}]""")}\"",
            expectProblem: false);

        Assert.Equal(new OpeningTimes([[new(360, 1440), new(0, 120)], [], [], [], [], [], []]), week);
    }

    [Theory]
    [InlineData("""{"mon":"9-12, 14-18","sun":"closed","sat":["08:00-10:00","11:00-12:00"]}""", "540-720 840-1080", "480-600 660-720")]
    [InlineData("""{"mon":"9.00 - 12.00 / 14.00 - 18.00"}""", "540-720 840-1080", "")]
    [InlineData("""{"tue":{"open":"0830","close":"17:00:00"},"mon":null}""", "", "")]
    public void DayFields_TextsListsAndSpans_AreRead(string json, string monday, string saturday)
    {
        OpeningTimes week = Read(DayFields(), json, expectProblem: false);

        Assert.Equal((monday, saturday), (Minutes(week, 0), Minutes(week, 5)));
        Assert.Equal(json.Contains("0830", StringComparison.Ordinal) ? "510-1020" : "", Minutes(week, 1));
        Assert.Empty(week[6]);
    }

    [Theory]
    [InlineData("""{"mon":"morning"}""")]
    [InlineData("""{"mon":"Tue 9-12"}""")]
    [InlineData("""{"tue":{"open":"08:30"}}""")]
    [InlineData("""{"mon":[9]}""")]
    public void DayFields_NotUnderstood_StaysUnknown(string json) =>
        Assert.Equal(OpeningTimes.None, Read(DayFields(), json, expectProblem: true));

    [Theory]
    [InlineData("""{"po":[{"od":"8:00","do":"12:00"},{"od":"13:00","do":"17:00"}],"so":{"od":"9.00","do":"11.30"},"ne":"zavřeno"}""", "480-720 780-1020", "540-690")]
    [InlineData("""{"po":[],"so":null}""", "", "")]
    public void DayFields_ObjectsWithSpans_AreRead(string json, string monday, string saturday)
    {
        OpeningTimes week = Read(DayFieldsOfObjects(), json, expectProblem: false);

        Assert.Equal((monday, saturday, ""), (Minutes(week, 0), Minutes(week, 5), Minutes(week, 6)));
    }

    [Theory]
    [InlineData("""{"po":[{"od":"8:00"}]}""")]
    [InlineData("""{"po":["8-12"]}""")]
    [InlineData("""{"po":"v úterý"}""")]
    public void DayFields_ObjectsThatAreNotUnderstood_StayUnknown(string json) =>
        Assert.Equal(OpeningTimes.None, Read(DayFieldsOfObjects(), json, expectProblem: true));

    [Fact]
    public void DayObjects_WithTexts_AreRead()
    {
        OpeningTimesSource source = Source(
            """{ "dialect": "day_objects", "path": "h", "day": "dia", "days": { "Lunes": "monday", "Martes": "tuesday", "Domingo": "sunday" }, "ranges": "horas" }""");

        OpeningTimes week = Read(
            source, """[{"dia":"Lunes","horas":"9:00-14:00 y 17:00-20:00"},{"dia":"Martes","horas":["9-14"]},{"dia":"Domingo","horas":"cerrado"}]""", expectProblem: false);

        Assert.Equal(("540-840 1020-1200", "540-840", ""), (Minutes(week, 0), Minutes(week, 1), Minutes(week, 6)));
    }

    [Fact]
    public void Text_WithLanguages_TakesTheirWords()
    {
        OpeningTimesSource source = Source("""{ "dialect": "text", "path": "h", "languages": ["cs"], "ignore": ["prodejna:"] }""");

        Assert.Equal("480-720", Minutes(Read(source, "\"prodejna: So 8-12\"", expectProblem: false), 5));
    }

    [Theory]
    [InlineData("""{ "dialect": "text", "path": "h", "languages": ["xx"] }""", "languages")]
    [InlineData("""{ "dialect": "spoken", "path": "h" }""", "dialect")]
    [InlineData("""{ "dialect": "day_fields", "days": {} }""", "days")]
    [InlineData("""{ "dialect": "day_fields", "days": { "mon": "h" } }""", "days.mon")]
    [InlineData("""{ "dialect": "day_objects", "path": "h", "day": "d", "days": { "1": "monday" } }""", "ranges")]
    [InlineData("""{ "dialect": "day_objects", "path": "h", "day": "d", "days": { "1": "monday" }, "ranges": [] }""", "ranges")]
    [InlineData("""{ "dialect": "day_fields", "days": { "monday": { "start": "a" } } }""", "days.monday.end")]
    public void Source_Wrong_NamesTheKey(string json, string key) =>
        Assert.Contains($"\"{key}\"", Assert.Throws<FeedException>(() => Source(json)).Message, StringComparison.Ordinal);

    private static OpeningTimesSource Text() => Source("""{ "dialect": "text", "path": "h" }""");

    private static OpeningTimesSource DayFields() => Source(
        """
        {
          "dialect": "day_fields",
          "days": { "monday": "h.mon", "tuesday": { "start": "h.tue.open", "end": "h.tue.close" }, "saturday": "h.sat", "sunday": "h.sun" }
        }
        """);

    private static OpeningTimesSource DayFieldsOfObjects() => Source(
        """
        {
          "dialect": "day_fields",
          "days": {
            "monday": { "path": "h.po", "start": "od", "end": "do" }, "saturday": { "path": "h.so", "start": "od", "end": "do" },
            "sunday": { "path": "h.ne", "start": "od", "end": "do" }
          }
        }
        """);

    private static OpeningTimesSource Source(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return OpeningTimesSourceReader.Read(new JsonObjectReader(document.RootElement, "test", ""), new FieldSourceReader(isTrimmed: true));
    }

    private static string Minutes(OpeningTimes week, int day) =>
        string.Join(' ', week[day].Select(static range => $"{range.StartMinute}-{range.EndMinute}"));

    private static OpeningTimes Read(OpeningTimesSource source, string json, bool expectProblem)
    {
        using JsonDocument document = JsonDocument.Parse($$"""{"h":{{json}}}""");
        var problems = new List<string>();

        OpeningTimes week = source.Read(new JsonFeedRecord(document.RootElement) { Number = 1 }, "", (_, value) => problems.Add(value));

        Assert.Equal(expectProblem ? 1 : 0, problems.Count);
        return week;
    }
}
