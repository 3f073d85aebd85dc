using System.Text;

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
    [InlineData("query", "--country-code", "NL")]
    [InlineData("query", "--snapshot", "x", "--colour", "red")]
    [InlineData("query", "--snapshot", "x", "--format", "xml")]
    [InlineData("export", "x", "--format", "xml")]
    [InlineData("profile", "show", "nobody")]
    [InlineData("frobnicate")]
    [InlineData]
    public void Run_WrongUsage_IsCode2(params string[] args) => AssertFailed(2, "", Tool.Run(args));

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
