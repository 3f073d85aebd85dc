using System.Text;
using System.Text.Json;

namespace SpatialIndex.Cli.Tests;

/// <summary>Whatever is put in, the tool answers with one line that says what and where, the right exit code and no half-written file.</summary>
public sealed class BadInputTests : IDisposable
{
    private const string Good = """{"carrier":{"code":"dhl","name":"DHL"},"carrier_service_point_id":"A","address":{"country_code":"NL"},"position":{"latitude":52,"longitude":5}}""";

    private readonly TestFolder _folder = new();

    [Theory]
    [InlineData("canonical", "")]
    [InlineData("canonical", "\n\n")]
    [InlineData("canonical", "{\"a\":")]
    [InlineData("canonical", "{\"position\":{\"latitude\":NaN}}")]
    [InlineData("canonical", "[]")]
    [InlineData("inpost", "")]
    [InlineData("inpost", "{\"items\":[{\"name\":\"A\"}")]
    [InlineData("inpost", "{\"items\":[]}")]
    [InlineData("omniva", "[{},{}]")]
    [InlineData("laposte", "")]
    [InlineData("laposte", "#Identifiant_du_site;Latitude\nA;\"1")]
    [InlineData("nl_pakketpunten", "{\"type\":\"FeatureCollection\"}")]
    public void Build_WrongContent_IsRefused(string profile, string content) =>
        AssertRefused("feed.txt", Build($"{profile}={_folder.Write("feed.txt", content)}"));

    [Theory]
    [InlineData("latitude", "52", "91", "latitude")]
    [InlineData("longitude", "5", "-180.01", "longitude")]
    [InlineData("longitude", "5", "\"NaN\"", "longitude")]
    [InlineData("country_code", "\"NL\"", "\"XX\"", "country_code")]
    [InlineData("carrier_service_point_id", "\"A\"", "null", "carrier_service_point_id")]
    public void Build_OnlyAWrongRecord_IsRefusedWithItsField(string key, string value, string wrong, string named)
    {
        string record = Good.Replace($"\"{key}\":{value}", $"\"{key}\":{wrong}", StringComparison.Ordinal);
        Assert.NotEqual(Good, record);

        AssertRefused($"record 1{(named == "carrier_service_point_id" ? "" : " (A)")}: {named}: ", Build(_folder.Write("feed.ndjson", record)));
    }

    [Fact]
    public void Build_DuplicateIds_AreRefused() =>
        AssertRefused("record 2", Build(_folder.Write("feed.ndjson", $"{Good}\n{Good}\n")));

    [Fact]
    public void Build_InvalidUtf8_IsRefused() =>
        AssertRefused("not valid UTF-8", Build(_folder.Write("feed.ndjson", [.. Encoding.UTF8.GetBytes(Good[..^1]), .. ",\"name\":\""u8, 0xff, .. "\"}"u8])));

    [Fact]
    public void Build_HugeRecordOrNestingBomb_IsRefused()
    {
        AssertRefused("record 1", Build(_folder.Write("huge.ndjson", new string(' ', 50_000_000) + Good)));
        AssertRefused("record 1", Build(_folder.Write("bomb.ndjson", new string('[', 5_000_000))));
        AssertRefused("record 1", Build($"omniva={_folder.Write("bomb.json", new string('[', 5_000_000))}"));
        AssertRefused("record 1", Build($"omniva={_folder.Write("huge.json", $"[{{\"ZIP\":\"{new string('x', 50_000_000)}\"}}]")}"));
    }

    [Fact]
    public void Build_TruncatedGzip_IsRefused()
    {
        byte[] whole = TestFolder.Gzip(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 9_000).Select(i => Good.Replace("\"A\"", $"\"{i}\"", StringComparison.Ordinal) + "\n"))));

        AssertRefused("feed.ndjson.gz: the gzip file is cut off or damaged", Build(_folder.Write("feed.ndjson.gz", whole[..^20])));
        AssertRefused("feed.ndjson.gz: the gzip file is cut off or damaged", Build(_folder.Write("feed.ndjson.gz", whole[..50])));
    }

    [Fact]
    public void Build_NoFileOrAFolder_IsRefused()
    {
        AssertRefused("there is no such file", Build(_folder["none.ndjson"]));
        AssertRefused("is a directory", Build(_folder.Path));
        AssertRefused("there is no such file", Build($"inpost={_folder["none/none.json"]}"));
    }

    [Theory]
    [InlineData("\"carrier_service_point_id\":\"A\"", "\"carrier_service_point_id\":\"\\ud800\"")]
    [InlineData("\"code\":\"dhl\"", "\"code\":\"\\udc00\\ud800\"")]
    [InlineData("\"name\":\"DHL\"", "\"\\ud83d!\":\"DHL\"")]
    [InlineData("\"name\":\"DHL\"", "\"name\":\"\\uD83D\\\\uDE00\"")]
    public void Build_HalfASurrogatePair_IsRefused(string text, string wrong)
    {
        string record = Good.Replace(text, wrong, StringComparison.Ordinal);
        Assert.NotEqual(Good, record);

        AssertRefused("half a surrogate pair", Build(_folder.Write("feed.ndjson", record)));
        AssertRefused("not valid text", Build($"inpost={_folder.Write("feed.json", "{\"\\ud800\":1,\"items\":[]}")}"));
        AssertRefused("half a surrogate pair", Build("--carriers", _folder.Write("carriers.json", "{\"carriers\":[{\"code\":\"\\ud800\"}]}"), _folder.Write("good.ndjson", Good)));
    }

    [Fact]
    public void Build_WholeSurrogatePair_IsFine()
    {
        string feed = _folder.Write("feed.ndjson", Good.Replace("\"name\":\"DHL\"", "\"name\":\"\\ud83d\\ude00 \\\\ud800\"", StringComparison.Ordinal));

        Assert.Equal(0, Build(feed).Code);
        using JsonDocument point = JsonDocument.Parse(Tool.Run("export", _folder["out.snapshot"]).Output);
        Assert.Equal("😀 \\ud800", point.RootElement.GetProperty("carrier").GetProperty("name").GetString());
    }

    [Fact]
    public void Build_ArrayOfRecordsTwice_IsRefused() =>
        AssertRefused("\"items\" is given twice", Build($"inpost={_folder.Write("feed.json", "{\"items\":[{\"name\":\"A\"}],\"x\":{\"items\":1},\"items\":[]}")}"));

    [Fact]
    public void Build_OtherEncodingThanTheProfileSays_IsRefused()
    {
        string profile = _folder.Write("ascii.json", """
            {"name":"ascii","format":"csv","encoding":"us-ascii",
             "fields":{"carrier_code":{"constant":"x"},"carrier_service_point_id":"id","country_code":{"constant":"NL"},"latitude":"lat","longitude":"lon"}}
            """);

        AssertRefused("feed.csv: the file is not valid us-ascii", Build($"{profile}={_folder.Write("feed.csv", [.. "id,lat,lon\ncaf"u8, 0xe9, .. ",52,5\n"u8])}"));
    }

    [Theory]
    [InlineData("\"encoding\":\"utf-7\"", "\"encoding\"")]
    [InlineData("\"fields\":{\"name\":{\"join\":null}}", "\"fields.name\"")]
    [InlineData("\"fields\":{\"name\":\"a..b\"}", "\"fields.name\"")]
    [InlineData("\"skip\":[{\"reason\":\"r\",\"when_any\":[]}]", "\"skip[0].when_any\"")]
    public void Profile_CheckedWithAMistake_IsRefusedWithTheKey(string part, string named) =>
        AssertFailed(1, named, Tool.Run("profile", "check", _folder.Write("mine.json", $$"""{"name":"mine","format":"csv",{{part}}}""")));

    [Fact]
    public void Build_ReadingWhatItWrites_IsRefusedAndNothingIsTouched()
    {
        string feed = _folder.Write("feed.ndjson", Good);
        File.CreateSymbolicLink(_folder["link.ndjson"], feed);

        AssertFailed(2, "overwritten", Tool.Run("build", "-o", feed, feed));
        AssertFailed(2, "overwritten", Tool.Run("build", "-o", _folder["link.ndjson"], feed));
        AssertFailed(2, "overwritten", Tool.Run("build", "-o", _folder["x"], "--problems", feed, $"canonical={feed}"));
        AssertFailed(2, "twice", Tool.Run("build", "-o", _folder["x"], "--problems", _folder["x"], feed));
        Assert.Equal(Good, File.ReadAllText(feed));
    }

    [Fact]
    public void Build_OverTheProfileThatItReads_IsRefusedAndNothingIsTouched()
    {
        string feed = _folder.Write("feed.ndjson", Good);
        string profile = _folder.Write("mine.json", Tool.Run("profile", "show", "canonical").Output);
        byte[] before = File.ReadAllBytes(profile);

        AssertFailed(2, "overwritten", Tool.Run("build", "-o", _folder["x"], "--problems", profile, $"{profile}={feed}"));
        AssertFailed(2, "overwritten", Tool.Run("build", "-o", profile, $"{profile}={feed}"));
        Assert.Equal(before, File.ReadAllBytes(profile));
    }

    [Fact]
    public void Build_SameFeedTwice_IsRefused()
    {
        string feed = _folder.Write("feed.ndjson", Good);

        AssertRefused("given twice", Build(feed, $"canonical={feed}"));
    }

    [Fact]
    public void Build_RefusedFeed_StillListsItsProblems()
    {
        string problems = _folder["problems.ndjson"];

        AssertRefused("2 of 3 records are wrong", Build("--problems", problems, _folder.Write("feed.ndjson", $"{Good}\nx\ny\n")));

        Assert.Equal(2, File.ReadAllLines(problems).Count(static line => line.Contains("\"kind\":\"rejected\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void Query_BatchWithOtherOptions_IsWrongUsage()
    {
        string output = _folder["good.snapshot"];
        Tool.Run("build", "-o", output, _folder.Write("feed.ndjson", Good));
        string queries = _folder.Write("queries.ndjson", "{}");

        AssertFailed(2, "--batch", Tool.Run("query", "--snapshot", output, "--batch", queries, "--country-code", "NL"));
        AssertFailed(2, "--batch", Tool.Run("query", "--snapshot", output, "--batch", queries, "--format", "table"));
        AssertFailed(1, "directory", Tool.Run("query", "--snapshot", output, "--batch", _folder.Path));
    }

    [Fact]
    public void Run_OutputThatFails_IsRefusedInOneLine()
    {
        using var error = new StringWriter();
        int code;
        using (var environment = new CliEnvironment(new FailingStream(), error, TimeProvider.System))
        {
            code = CommandLine.Run(["profile", "list"], environment);
        }

        Assert.Equal((1, "spatialindex: The disk is full.\n"), (code, error.ToString()));
    }

    [Fact]
    public void Build_FeedOfNoKnownKind_IsRefusedWithTheProfiles() =>
        AssertRefused("inpost", Build(_folder.Write("feed.json", "[{\"a\":1}]")));

    [Fact]
    public void Build_WrongProfileFile_IsRefusedWithTheKey()
    {
        string profile = _folder.Write("mine.json", """{"name":"mine","format":"json","fields":{"latitude":"lat","colour":"c"}}""");

        AssertRefused("mine.json: \"fields.colour\"", Build($"{profile}={_folder.Write("feed.json", "[]")}"));
    }

    [Fact]
    public void Build_WrongCarriers_IsRefusedWithTheKey()
    {
        string carriers = _folder.Write("carriers.json", """{"carriers":[{"code":5}]}""");

        AssertRefused("carriers.json: \"carriers[0].code\"", Build("--carriers", carriers, _folder.Write("feed.ndjson", Good)));
    }

    [Fact]
    public void Build_OutputThatCannotBeWritten_IsRefused()
    {
        string feed = _folder.Write("feed.ndjson", Good);

        AssertFailed(1, "directory", Tool.Run("build", "-o", _folder.Path, feed));
        AssertFailed(1, "none", Tool.Run("build", "-o", _folder["none/out.snapshot"], feed));
    }

    [Theory]
    [InlineData("build", "-o", "x.snapshot", "nobody=feed.json")]
    [InlineData("build", "-o", "x.snapshot")]
    [InlineData("build", "feed.json")]
    [InlineData("build", "-o", "x.snapshot", "--as-of", "yesterday", "feed.json")]
    [InlineData("build", "-o", "x.snapshot", "--max-rejected", "101", "feed.json")]
    [InlineData("build", "-o", "x.snapshot", "--max-rejected", "many", "feed.json")]
    [InlineData("build", "-o", "x.snapshot", "--max-rejected", "1,5", "feed.json")]
    [InlineData("build", "-o", "x.snapshot", "--max-rejected", "-1", "feed.json")]
    [InlineData("build", "-o", "x.snapshot", "--max-rejcted", "5", "feed.json")]
    [InlineData("build", "-o", "x.snapshot", "--as-of", "2026-03-11T12:00:00+15:00", "feed.json")]
    [InlineData("build", "-o", "x.snapshot", "")]
    [InlineData("build", "-o", "x.snapshot", "inpost=")]
    [InlineData("build", "-o", "", "feed.json")]
    [InlineData("build", "-o", "x.snapshot", "--carriers", "", "feed.json")]
    [InlineData("build", "-o", "x.snapshot", "--problems", "", "feed.json")]
    [InlineData("inspect", "")]
    [InlineData("verify", "")]
    [InlineData("export", "")]
    [InlineData("profile", "check", "")]
    [InlineData("query", "--snapshot", "")]
    [InlineData("query", "--snapshot", "x", "--limit")]
    [InlineData("query", "--snapshot", "x", "--now", "2026-03-11T12:00:00+18:00")]
    [InlineData("query", "--country-code", "NL")]
    [InlineData("query", "--snapshot", "x", "--colour", "red")]
    [InlineData("query", "--snapshot", "x", "--format", "xml")]
    [InlineData("export", "x", "--format", "xml")]
    [InlineData("profile", "show", "nobody")]
    [InlineData("frobnicate")]
    [InlineData]
    public void Run_WrongUsage_IsCode2(params string[] args) => AssertFailed(2, "", Tool.Run(args));

    [Theory]
    [InlineData("spatialindex --help", "--colour")]
    [InlineData("spatialindex build --help", "build")]
    [InlineData("spatialindex gazetteer build --help", "gazetteer", "build")]
    [InlineData("spatialindex keys --help", "keys")]
    [InlineData("spatialindex keys add --help", "keys", "add")]
    [InlineData("spatialindex profile init --help", "profile", "init")]
    public void Run_WrongUsage_NamesTheHelpOfTheCommand(string help, params string[] args)
    {
        AssertFailed(2, $"See '{help}'.", Tool.Run(args));
        Assert.Equal(0, Tool.Run(help.Split(' ')[1..]).Code);
    }

    [Theory]
    [InlineData("verify")]
    [InlineData("inspect")]
    [InlineData("export")]
    public void Run_OnNoSnapshot_IsRefused(string command)
    {
        AssertFailed(1, "no such file", Tool.Run(command, _folder["none.snapshot"]));
        AssertFailed(1, "is not a snapshot", Tool.Run(command, _folder.Write("feed.ndjson", Good)));
    }

    public void Dispose() => _folder.Dispose();

    private sealed class FailingStream : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => throw new IOException("The disk is full.");

        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("The disk is full.");

        public override void Flush() => throw new IOException("The disk is full.");
    }

    private Tool Build(params string[] feeds) => Tool.Run(["build", "-o", _folder["out.snapshot"], .. feeds]);

    private void AssertRefused(string named, Tool run)
    {
        AssertFailed(1, named, run);
        Assert.DoesNotContain(Directory.GetFiles(_folder.Path), static path => path.EndsWith(".snapshot", StringComparison.Ordinal) || path.EndsWith(".tmp", StringComparison.Ordinal));
    }

    private static void AssertFailed(int code, string named, Tool run)
    {
        Assert.Equal((code, ""), (run.Code, run.Output));
        Assert.StartsWith("spatialindex: ", run.Error, StringComparison.Ordinal);
        Assert.Equal(run.Error.Length - 1, run.Error.IndexOf('\n', StringComparison.Ordinal));
        Assert.Contains(named, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("unexpected", run.Error, StringComparison.Ordinal);
    }
}
