using System.Text.Json;

namespace SpatialIndex.Cli.Tests;

public sealed class GenerateCommandTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [Fact]
    public void Generate_SameOptions_WritesTheSameBytes()
    {
        string[] command = ["generate", "--country", "NL", "--points", "100"];
        Tool normally = Tool.Run(command);

        Assert.Equal((0, 100, ""), (normally.Code, normally.Output.Count(static character => character == '\n'), normally.Error));
        Assert.Equal(normally, Tool.Run([.. command, "--seed", "1", "--as-of", "2026-03-11T12:00:00+01:00"]));
        Assert.NotEqual(normally.Output, Tool.Run([.. command, "--seed", "2"]).Output);
        Assert.NotEqual(normally.Output, Tool.Run([.. command, "--as-of", "2026-03-11T12:00:00Z"]).Output);
    }

    [Fact]
    public void Generate_Feed_IsBuiltFromWithoutALossAndComesBackOut()
    {
        string feed = _folder.Write("synthetic.ndjson", Tool.Run("generate", "--country", "de", "--points", "2000", "--seed", "42").Output);
        string snapshot = _folder["synthetic.snapshot"];

        Tool build = Tool.Run("build", "-o", snapshot, feed);

        Assert.Equal(0, build.Code);
        Assert.StartsWith("synthetic.ndjson (canonical): 2000 records = 2000 points + 0 skipped + 0 superseded + 0 rejected; 5 warnings; ", build.Error, StringComparison.Ordinal);
        Assert.Equal(0, Tool.Run("verify", snapshot).Code);
        Assert.Equal(
            File.ReadLines(feed).Order(StringComparer.Ordinal),
            Tool.Run("export", snapshot).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Generate_Feed_AnswersAQuery()
    {
        string snapshot = _folder["synthetic.snapshot"];
        Tool.Run("build", "-o", snapshot, _folder.Write("synthetic.ndjson", Tool.Run("generate", "--country", "FR", "--points", "5000").Output));

        Tool query = Tool.Run(
            "query", "--snapshot", snapshot, "--country-code", "FR", "--carrier-code", "synthetic-1", "--latitude", "48.85", "--longitude", "2.35", "--general-shop-type", "locker", "--limit", "5");

        Assert.Equal((0, ""), (query.Code, query.Error));
        using JsonDocument body = JsonDocument.Parse(query.Output);
        Assert.All(body.RootElement.GetProperty("data").GetProperty("results").EnumerateArray(), static point => Assert.Equal("locker", point.GetProperty("general_shop_type").GetString()));
        Assert.Equal(5, body.RootElement.GetProperty("data").GetProperty("results").GetArrayLength());
    }

    [Theory]
    [InlineData("XX", "\"XX\" is no country; write its two letters, as in --country NL.")]
    [InlineData("Netherlands", "\"Netherlands\" is no country; write its two letters, as in --country NL.")]
    [InlineData("XK", "\"XK\" is no country; write its two letters, as in --country NL.")]
    [InlineData("BV", "BV: has no known towns to put points around; take any country but BV, HM, IO, UM.")]
    public void Generate_CountryWithoutTowns_IsRefused(string country, string reason) =>
        Assert.Equal(new Tool(1, "", $"spatialindex: {reason}\n"), Tool.Run("generate", "--country", country, "--points", "1"));

    [Theory]
    [InlineData("--country", "NL")]
    [InlineData("--points", "10")]
    [InlineData("--country", "NL", "--points", "0")]
    [InlineData("--country", "NL", "--points", "-1")]
    [InlineData("--country", "NL", "--points", "1,000")]
    [InlineData("--country", "NL", "--points", "1e3")]
    [InlineData("--country", "NL", "--points", "3000000000")]
    [InlineData("--country", "NL", "--points", "10", "--seed", "x")]
    [InlineData("--country", "NL", "--points", "10", "--as-of", "yesterday")]
    [InlineData("--country", "NL", "--points", "10", "more")]
    public void Generate_WrongOptions_IsWrongUsage(params string[] options)
    {
        Tool run = Tool.Run(["generate", .. options]);

        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Single(run.Error.TrimEnd().Split('\n'));
    }

    public void Dispose() => _folder.Dispose();
}
