using System.Text.Json;

namespace SpatialIndex.Cli.Tests;

/// <summary>The commands on sound input.</summary>
public sealed class CommandTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [Fact]
    public void Sample_BuiltAndAskedNearLyon_AnswersLikeAScan()
    {
        string snapshot = BuildSample();

        Tool run = Tool.Run("query", "--snapshot", snapshot, "--country-code", "FR", "--carrier-code", "laposte", "--latitude", "45.7640", "--longitude", "4.8357", "--limit", "3");

        Assert.Equal((0, ""), (run.Code, run.Error));
        using JsonDocument body = JsonDocument.Parse(run.Output);
        Assert.Equal(
            ["LYON BOURSE RP 99", "LYON TERREAUX 335", "LYON ST ANTOINE BP 370"],
            body.RootElement.GetProperty("data").GetProperty("results").EnumerateArray()
                .Select(static point => $"{point.GetProperty("name").GetString()} {point.GetProperty("distance").GetInt64()}"));
    }

    [Fact]
    public void Query_OtherFormats_AreWritten()
    {
        string snapshot = BuildSample();
        string[] query = ["query", "--snapshot", snapshot, "--country-code", "RE", "--carrier-code", "laposte", "--latitude", "-20.88", "--longitude", "55.45", "--radius", "2000"];

        Tool table = Tool.Run([.. query, "--format", "table"]);
        Tool geojson = Tool.Run([.. query, "--format", "geojson"]);

        Assert.StartsWith("distance  carrier  type", table.Output, StringComparison.Ordinal);
        using JsonDocument body = JsonDocument.Parse(geojson.Output);
        int features = body.RootElement.GetProperty("features").GetArrayLength();
        Assert.True(features > 0);
        Assert.Equal(features + 1, table.Output.Count(static character => character == '\n'));
    }

    [Fact]
    public void Query_Batch_AnswersLineByLine()
    {
        string snapshot = BuildSample();
        string queries = _folder.Write("queries.ndjson", """
            {"country_code":"FR","carrier_code":["laposte"],"latitude":45.764,"longitude":4.8357,"limit":2}
            {"country_code":"fr","carrier_code":"laposte","carrier_service_point_id":["15015A","15016A"]}

            {"country_code":"FR","carrier_code":"acme"}
            {"country_code":"FR","carrier_code":"\ud800"}
            {"country_code":"FR","carrier_code":"laposte","carrier_service_point_id":[],"unknown":{"a":1}}
            {"country_code":"FR","carrier_code":"laposte","carrier_service_point_id":[null]}
            {"country_code":"FR"}
            {"country_code":true,"carrier_code":false}
            {"country_code":"FR","carrier_code":{"code":"laposte"}}
            not json
            {"country_code":"FR","carrier_code":"laposte","ne_latitude":45.8,"ne_longitude":4.9,"sw_latitude":45.7,"sw_longitude":4.8,"limit":200}
            """);

        Tool run = Tool.Run("query", "--snapshot", snapshot, "--batch", queries);

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Equal([2, 2, -1, -1, 0, 0, -1, -1, -1, -1, 58], run.Output.TrimEnd().Split('\n').Select(static line =>
        {
            using JsonDocument body = JsonDocument.Parse(line);
            return body.RootElement.TryGetProperty("data", out JsonElement data) ? data.GetProperty("results").GetArrayLength() : -1;
        }));
    }

    [Theory]
    [InlineData(3, "--address=", "--limit=3")]
    [InlineData(3, "--carrier-code=", "--limit", "3", "--address-city=")]
    [InlineData(0, "--carrier-service-point-id=", "--limit=3")]
    public void Query_OptionWithAnEmptyValue_TakesNoneFromTheNext(int expected, params string[] options)
    {
        Tool run = Tool.Run(["query", "--snapshot", BuildSample(), "--country-code=FR", "--carrier-code=laposte", .. options]);

        Assert.True(run.Code == 0, run.Error);
        using JsonDocument body = JsonDocument.Parse(run.Output);
        Assert.Equal(expected, body.RootElement.GetProperty("data").GetProperty("results").GetArrayLength());
    }

    [Theory]
    [InlineData("--country-code", "XX", "--carrier-code", "laposte")]
    [InlineData("--country-code", "FR")]
    [InlineData("--country-code", "FR", "--carrier-code", "acme")]
    [InlineData("--country-code", "FR", "--carrier-code", "laposte", "--limit", "201")]
    [InlineData("--country-code", "FR", "--carrier-code", "laposte", "--latitude", "45")]
    [InlineData("--country-code", "FR", "--carrier-code", "laposte", "--radius", "500")]
    [InlineData("--country-code", "FR", "--carrier-code", "laposte", "--ne-latitude", "46", "--ne-longitude", "5", "--sw-latitude", "45", "--sw-longitude", "4")]
    public void Query_AgainstTheRules_IsRefused(params string[] query)
    {
        Tool run = Tool.Run(["query", "--snapshot", BuildSample(), .. query]);

        Assert.Equal((1, ""), (run.Code, run.Output));
        Assert.Single(run.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public void Export_BuiltAgain_IsTheSame()
    {
        string snapshot = BuildSample();
        Tool export = Tool.Run("export", snapshot);
        string feed = _folder.Write("export.ndjson", export.Output);

        Tool build = Tool.Run("build", "-o", _folder["again.snapshot"], feed);

        Assert.True(build.Code == 0, build.Error);
        Assert.Equal(17194, export.Output.Count(static character => character == '\n'));
        Assert.Equal(export.Output, Tool.Run("export", _folder["again.snapshot"]).Output);
    }

    [Fact]
    public void Query_ValueThatStartsWithAt_IsTakenAsItIs()
    {
        Tool run = Tool.Run("query", "--snapshot", BuildSample(), "--country-code", "FR", "--carrier-code", "laposte", "--carrier-service-point-id", "@15015A");

        Assert.Equal((0, "{\"data\":{\"results\":[],\"geocoding\":null}}\n", ""), (run.Code, run.Output, run.Error));
    }

    [Fact]
    public void Build_ControlCharactersInAName_DoNotReachTheTerminal()
    {
        string feed = _folder.Write("feed.ndjson", """{"name":"a\u001b[31mb\nc","carrier":{"code":"dhl"},"carrier_service_point_id":"A","address":{"country_code":"NL"},"position":{"latitude":52,"longitude":5}}""");
        Tool.Run("build", "-o", _folder["out.snapshot"], feed);

        Tool run = Tool.Run("query", "--snapshot", _folder["out.snapshot"], "--country-code", "NL", "--carrier-code", "dhl", "--format", "table");

        Assert.Contains("a [31mb c", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', run.Output);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("geojson")]
    public void Export_OtherFormats_HoldEveryPoint(string format)
    {
        Tool export = Tool.Run("export", BuildSample(), "--format", format);

        int points = format == "csv"
            ? export.Output.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length - 1
            : JsonDocument.Parse(export.Output).RootElement.GetProperty("features").GetArrayLength();
        Assert.Equal((0, 17194), (export.Code, points));
    }

    [Theory]
    [InlineData("2026-03-10T12:00:00Z")]
    [InlineData("2026-03-10T12:00:00.25+01:00")]
    public void Instant_ExportedOrInspected_IsWrittenAsItWasGiven(string instant)
    {
        string feed = _folder.Write("feed.ndjson", """
            {"carrier":{"code":"dhl"},"carrier_service_point_id":"A","address":{"country_code":"NL"},"position":{"latitude":52,"longitude":5},"refreshed_at":"INSTANT"}
            """.Replace("INSTANT", instant, StringComparison.Ordinal));
        Tool.Run("build", "-o", _folder["out.snapshot"], feed);

        Assert.Contains($"\"refreshed_at\":\"{instant}\"", Tool.Run("export", _folder["out.snapshot"]).Output, StringComparison.Ordinal);
        Assert.Contains($",{instant},,", Tool.Run("export", _folder["out.snapshot"], "--format", "csv").Output, StringComparison.Ordinal);
        string inspected = Tool.Run("inspect", _folder["out.snapshot"]).Output;
        Assert.Contains($"dhl  NL  points 1  vanished 0  refreshed {instant} to {instant}", inspected, StringComparison.Ordinal);
        Assert.Contains("created at      2026-03-11T11:00:00Z", inspected, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_Twice_GivesTheSameBytesAndAllProblems()
    {
        string first = BuildSample("--problems", _folder["problems.ndjson"]);
        byte[] bytes = File.ReadAllBytes(first);

        BuildSample();

        Assert.Equal(bytes, File.ReadAllBytes(first));
        string[] problems = File.ReadAllLines(_folder["problems.ndjson"]);
        Assert.Equal(5589 + 18, problems.Length);
        Assert.Contains(
            """{"kind":"rejected","file":"laposte_fr_poincont2.csv.gz","record":1958,"carrier_service_point_id":"10745D","field":"latitude","reason":"is missing","value":null}""",
            problems);
    }

    [Fact]
    public void InspectAndVerify_SoundSnapshot_SaySo()
    {
        string snapshot = BuildSample();

        Tool verify = Tool.Run("verify", snapshot);
        Tool inspect = Tool.Run("inspect", snapshot);

        Assert.Equal((0, 0), (verify.Code, inspect.Code));
        Assert.Contains("sound", verify.Output, StringComparison.Ordinal);
        Assert.Contains("checksums       all match", inspect.Output, StringComparison.Ordinal);
        Assert.Contains("FR  points 16914  classes 5", inspect.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void InspectAndVerify_DamagedSnapshot_NameTheSection()
    {
        string snapshot = BuildSample();
        byte[] bytes = File.ReadAllBytes(snapshot);
        bytes[^5] ^= 1;
        string damaged = _folder.Write("damaged.snapshot", bytes);

        Tool verify = Tool.Run("verify", damaged);

        Assert.Equal(1, verify.Code);
        Assert.Contains("YT/records", verify.Error, StringComparison.Ordinal);
        Assert.Contains("YT/records", Tool.Run("inspect", damaged).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Profile_ListShowCheck_Work()
    {
        Tool list = Tool.Run("profile", "list");
        Tool show = Tool.Run("profile", "show", "laposte");
        Tool check = Tool.Run("profile", "check", _folder.Write("mine.json", show.Output));

        Assert.Equal((0, 0, 0), (list.Code, show.Code, check.Code));
        Assert.Contains("inpost", list.Output, StringComparison.Ordinal);
        Assert.Contains("sound", check.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("build", "--help")]
    [InlineData("query", "--help")]
    [InlineData("inspect", "--help")]
    [InlineData("verify", "--help")]
    [InlineData("export", "--help")]
    [InlineData("profile", "--help")]
    public void Help_Everywhere_IsOnStandardOutput(params string[] args)
    {
        Tool run = Tool.Run(args);

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("Usage:", run.Output, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private string BuildSample(params string[] options)
    {
        string output = _folder["sample.snapshot"];
        Tool build = Tool.Run(["build", "-o", output, "--carriers", Repository.Sample("carriers.json"), .. options, Repository.Sample("laposte_fr_poincont2.csv.gz")]);
        Assert.True(build.Code == 0, build.Error);
        return output;
    }
}
