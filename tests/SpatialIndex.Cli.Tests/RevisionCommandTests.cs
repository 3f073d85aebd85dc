using System.Globalization;

namespace SpatialIndex.Cli.Tests;

/// <summary><c>build --base</c>, <c>diff</c> and what <c>inspect</c> says of them.</summary>
public sealed class RevisionCommandTests : IDisposable
{
    private const string Line = """{"carrier":{"code":"dhl","name":"DHL"},"carrier_service_point_id":"ID","name":"N","address":{"country_code":"NL"},"position":{"latitude":LAT,"longitude":5.4},"refreshed_at":"2026-03-11T00:00:00Z"}""";

    private readonly string _folder = Directory.CreateTempSubdirectory("spatialindex-test-").FullName;

    [Fact]
    public void Build_OnABase_TellsWhatChangedAndInspectAndDiffToo()
    {
        Build("old", [], ("a", 51), ("b", 52), ("c", 53), ("d", 54));

        Tool built = Build("new", ["--base", InFolder("old")], ("a", 51), ("b", 52.01), ("c", 53), ("e", 54));

        const string Counts = "dhl  added 1  removed 1  moved 1 (up to 1112 m)  retyped 0  changed 0  unchanged 2";
        Assert.Contains(Counts, built.Error, StringComparison.Ordinal);
        Assert.Contains(Counts, Tool.Run("inspect", InFolder("new")).Output, StringComparison.Ordinal);
        Assert.Contains("vanished        1", Tool.Run("inspect", InFolder("new")).Output, StringComparison.Ordinal);
        Assert.Equal(Counts + "\n", Tool.Run("diff", InFolder("old"), InFolder("new")).Output);
        string[] listed = Tool.Run("diff", "--points", InFolder("old"), InFolder("new")).Output.Split('\n');
        Assert.Contains(listed, static line => line.StartsWith("moved  ", StringComparison.Ordinal) && line.EndsWith("dhl  b  by 1112 m", StringComparison.Ordinal));
        Assert.Equal(0, Tool.Run("verify", InFolder("new")).Code);
    }

    [Fact]
    public void Build_TooMuchVanishes_IsRefusedUnlessAllowed()
    {
        Build("old", [], ("a", 51), ("b", 52));

        Tool refused = Build("new", ["--base", InFolder("old")], ("a", 51));
        bool isWritten = File.Exists(InFolder("new"));
        Tool allowed = Build("new", ["--base", InFolder("old"), "--max-vanished", "50"], ("a", 51));

        Assert.Equal((1, false, 0), (refused.Code, isWritten, allowed.Code));
        Assert.Contains("dhl: 1 of 2 points would vanish, more than 30 %", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_VanishedNotKept_AreForgottenByTheNextBuild()
    {
        Build("old", [], ("a", 51), ("b", 52));
        Build("new", ["--base", InFolder("old"), "--max-vanished", "50"], ("a", 51));

        Build("later", ["--base", InFolder("new"), "--keep-vanished", "0", "--as-of", "2026-03-12T00:00:00Z"], ("a", 51));

        Assert.DoesNotContain("vanished_at", Tool.Run("export", InFolder("later")).Output, StringComparison.Ordinal);
        Assert.Contains("vanished_at", Tool.Run("export", InFolder("new")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--max-vanished", "101")]
    [InlineData("--keep-vanished", "-1")]
    public void Build_WrongLimit_IsWrongUsage(string option, string value) =>
        Assert.Equal(2, Tool.Run("build", "-o", InFolder("new"), $"{option}={value}", InFolder("feed")).Code);

    [Fact]
    public void Build_BaseThatIsNoSnapshot_IsRefused()
    {
        File.WriteAllText(InFolder("old"), new string('x', 100));

        Tool refused = Build("new", ["--base", InFolder("old")], ("a", 51));

        Assert.Equal(1, refused.Code);
        Assert.Contains("not a snapshot", refused.Error, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string InFolder(string name) => Path.Combine(_folder, name);

    private Tool Build(string output, string[] options, params (string Id, double Latitude)[] points)
    {
        string feed = InFolder($"{output}.ndjson");
        File.WriteAllLines(feed, points.Select(static point => Line
            .Replace("ID", point.Id, StringComparison.Ordinal)
            .Replace("LAT", point.Latitude.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)));
        return Tool.Run(["build", "-o", InFolder(output), .. options, $"canonical={feed}"]);
    }
}
