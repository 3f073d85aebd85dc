using System.Globalization;
using System.Text.RegularExpressions;
using SpatialIndex.ServicePoints.Feeds;
using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.ServicePoints.Tests;

/// <summary>The README says what is so: its example is the one that is run here. Alone in its collection, because it changes the current folder.</summary>
[Collection("changes the current folder")]
public sealed class ReadmeTests
{
    [Fact]
    public void Example_IsTheOneThatIsCompiledAndRun()
    {
        string readme = File.ReadAllText(Repository.File("README.md"));
        string source = File.ReadAllText(Repository.File("tests/SpatialIndex.ServicePoints.Tests/ReadmeExample.cs"));

        string shown = Regex.Match(readme, "```csharp\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;
        string run = Regex.Match(source, "// <example>\n(.*?) *// </example>", RegexOptions.Singleline).Groups[1].Value;

        Assert.NotEmpty(shown);
        Assert.Equal(shown, Regex.Replace(run, "^        ", "", RegexOptions.Multiline));
    }

    [Fact]
    public void Example_OnTheSample_PrintsThePostOfficesOfLyon()
    {
        using var folder = new TestFolder();
        SnapshotBuilder.Build(
            [new FeedInput(Repository.Sample("laposte_fr_poincont2.csv.gz"), FeedProfiles.Find("laposte")!)],
            new SnapshotBuildOptions { AsOf = DateTimeOffset.MaxValue.AddYears(-200) },
            folder["laposte.snapshot"]);
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        string current = Directory.GetCurrentDirectory();
        TextWriter console = Console.Out;
        try
        {
            Directory.SetCurrentDirectory(folder.Path);
            Console.SetOut(output);
            ReadmeExample.Run();
        }
        finally
        {
            Console.SetOut(console);
            Directory.SetCurrentDirectory(current);
        }

        string[] lines = output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(20, lines.Length);
        Assert.Equal("335 m  LYON TERREAUX, 3 R DU PRESIDENT EDOUARD HERRIOT", lines[0]);
    }

    [Fact]
    public void Readme_IsShort() => Assert.InRange(File.ReadAllLines(Repository.File("README.md")).Length, 1, 120);
}
