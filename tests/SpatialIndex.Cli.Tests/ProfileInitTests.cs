using System.Text;

namespace SpatialIndex.Cli.Tests;

/// <summary>From a file of an unknown shape to answers: <c>profile init</c>, <c>profile check</c>, <c>build</c>, <c>query</c>.</summary>
public sealed class ProfileInitTests : IDisposable
{
    private const string Feed = """
        Kód;Název;Ulice;PSČ;Obec;Šířka;Délka;Otevírací doba
        A1;Večerka U Mostu;Vodičkova 28;110 00;Praha;50,0806;14,4260;Po-Pá 8:00-18:00, So 9-12
        A2;Trafika Brno;Česká 5;602 00;Brno;49,1951;16,6068;Po-Ne 7-20
        """;

    private readonly TestFolder _folder = new();

    [Fact]
    public void Init_UnknownFile_PrintsAProfileThatIsCheckedAndBuiltWith()
    {
        string feed = _folder.Write("trafiky.csv", CodePagesEncodingProvider.Instance.GetEncoding(1250)!.GetBytes(Feed));

        Tool init = Tool.Run("profile", "init", feed);
        string profile = _folder.Write("trafiky.json", init.Output);
        Tool check = Tool.Run("profile", "check", profile);
        Tool build = Tool.Run("build", "-o", _folder["out.snapshot"], $"{profile}={feed}");
        Tool query = Tool.Run("query", "--snapshot", _folder["out.snapshot"], "--country-code", "CZ", "--carrier-code", "trafiky", "--latitude", "49.2", "--longitude", "16.6", "--format", "table");

        Assert.Equal((0, 0, 0, 0), (init.Code, check.Code, build.Code, query.Code));
        Assert.Contains("\"encoding\": \"windows-1250\"", init.Output, StringComparison.Ordinal);
        Assert.Contains("opening_times: \"Otevírací doba\" as text: 2 of 2 understood (100 %)", init.Error, StringComparison.Ordinal);
        Assert.Contains("2 records become 2 points; the first:", init.Error, StringComparison.Ordinal);
        Assert.Contains(
            "  trafiky A1 (kind unknown), Večerka U Mostu, Vodičkova 28, 110 00 Praha, CZ, 50.0806, 14.426, mon-fri 08:00-18:00; sat 09:00-12:00", init.Error, StringComparison.Ordinal);
        Assert.Contains("to decide: carrier_code: ", init.Error, StringComparison.Ordinal);
        Assert.Contains("Trafika Brno", query.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Init_WithOutputAndCarrier_WritesTheProfile()
    {
        string feed = _folder.Write("trafiky.csv", Feed);

        Tool init = Tool.Run("profile", "init", feed, "-o", _folder["mine.json"], "--carrier", "mine");
        Tool build = Tool.Run("build", "-o", _folder["out.snapshot"], $"{_folder["mine.json"]}={feed}");

        Assert.Equal((0, "", 0), (init.Code, init.Output, build.Code));
        Assert.Contains("trafiky.csv (mine): 2 records = 2 points", build.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("to decide: carrier_code", init.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Init_WhatItCannotUse_IsRefusedInOneLine()
    {
        Tool missing = Tool.Run("profile", "init", _folder["none.csv"]);
        Tool xml = Tool.Run("profile", "init", _folder.Write("feed.xml", "<points/>"));
        string feed = _folder.Write("trafiky.csv", Feed);
        Tool itself = Tool.Run("profile", "init", feed, "-o", feed);

        Assert.Equal((1, 1, 2), (missing.Code, xml.Code, itself.Code));
        Assert.Equal(("", "", ""), (missing.Output, xml.Output, itself.Output));
        Assert.All([missing, xml, itself], static tool => Assert.Single(tool.Error.TrimEnd().Split('\n')));
        Assert.Equal(Feed, File.ReadAllText(feed));
    }

    [Fact]
    public void Build_OpenStreetMapsOwnFormat_IsRefusedWithTheCommand()
    {
        string pbf = _folder.Write("monaco.osm.pbf", [0, 0, 0, 13, 10, 9, .. "OSMHeader"u8, 24]);

        Tool recognised = Tool.Run("build", "-o", _folder["out.snapshot"], pbf);
        Tool named = Tool.Run("build", "-o", _folder["out.snapshot"], $"osm={pbf}");

        Assert.Equal((1, 1), (recognised.Code, named.Code));
        Assert.Contains("osmium tags-filter", recognised.Error, StringComparison.Ordinal);
        Assert.Contains("osmium export", named.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder["out.snapshot"]));
    }

    public void Dispose() => _folder.Dispose();
}
