using System.Text.RegularExpressions;

namespace SpatialIndex.Samples.Tests;

/// <summary>The documentation shows code that is compiled and run, and leads to what is there. Its commands are run by <c>scripts/docs.sh</c>.</summary>
public sealed partial class DocumentationTests
{
    private static readonly Lazy<HashSet<string>> Identifiers = new(static () =>
        [.. SourceFiles("src", "tests", "samples", "benchmarks").SelectMany(static file => Word().Matches(File.ReadAllText(file))).Select(static word => word.Value)]);

    public static IEnumerable<object[]> Folders => DocumentedRows.Of("docs/architecture.md", "| folder | what is there | start with | uses |");

    public static TheoryData<string> Pages => [.. DocumentationPage.Names];

    public static TheoryData<string, int> CodeBlocks
    {
        get
        {
            var blocks = new TheoryData<string, int>();
            foreach (string page in DocumentationPage.Names)
            {
                foreach ((int line, _) in DocumentationPage.BlocksOf(page, "csharp"))
                {
                    blocks.Add(page, line);
                }
            }

            return blocks;
        }
    }

    [Theory]
    [MemberData(nameof(CodeBlocks))]
    public void Code_OfAPage_StandsInASampleOrATest(string page, int line)
    {
        string[] block = DocumentationPage.BlocksOf(page, "csharp").Single(block => block.Line == line).Text;

        Assert.Contains(SourceFiles("samples", "tests"), file => Holds(File.ReadAllLines(file), block));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_OfAPage_LeadToAFileAndAHeading(string page)
    {
        string folder = Path.GetDirectoryName(Repository.File(page))!;
        string[] broken = [.. DocumentationPage.ProseOf(page)
            .SelectMany(static line => Link().Matches(line))
            .Select(static link => link.Groups[1].Value)
            .Where(target => !target.Contains("://", StringComparison.Ordinal) && !Exists(folder, page, target))];

        Assert.Empty(broken);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Names_OfTypesAndMembersInAPage_StandInTheCode(string page)
    {
        string[] unknown = [.. DocumentationPage.ProseOf(page)
            .SelectMany(static line => Name().Matches(line))
            .SelectMany(static name => name.Groups[1].Value.Split('.'))
            .Where(static name => !Identifiers.Value.Contains(name))];

        Assert.Empty(unknown);
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void Folder_OfTheArchitecture_UsesTheOthersThatThePageSays(string folder, string row)
    {
        string[] documented = [.. CodeSpan().Matches(row.Split('|')[^2]).Select(static span => span.Groups[1].Value).Order(StringComparer.Ordinal)];

        string[] used = [.. Directory.EnumerateFiles(Repository.File($"src/SpatialIndex.ServicePoints/{folder}"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(static file => UsedFolder().Matches(File.ReadAllText(file)))
            .Select(static use => use.Groups[1].Value)
            .Where(name => name != folder)
            .Distinct()
            .Order(StringComparer.Ordinal)];

        Assert.Equal(documented, used);
    }

    [Fact]
    public void Readme_IsShort() => Assert.InRange(File.ReadAllLines(Repository.File("README.md")).Length, 1, 120);

    private static IEnumerable<string> SourceFiles(params string[] folders) => folders
        .SelectMany(static folder => Directory.EnumerateFiles(Repository.File(folder), "*.cs", SearchOption.AllDirectories));

    /// <summary>Whether a block stands in a file, as a whole and indented in any way.</summary>
    private static bool Holds(string[] file, string[] block)
    {
        for (int start = 0; start + block.Length <= file.Length; start++)
        {
            int indentation = file[start].Length - file[start].TrimStart().Length;
            string prefix = file[start][..indentation];
            if (block.Zip(file.Skip(start)).All(pair => pair.Second == (pair.First.Length == 0 ? "" : prefix + pair.First)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Exists(string folder, string page, string target)
    {
        string[] parts = target.Split('#');
        string path = parts[0].Length == 0 ? Repository.File(page) : Path.Combine(folder, parts[0]);
        return (File.Exists(path) || Directory.Exists(path))
            && (parts.Length == 1 || File.ReadLines(path).Any(line => line.StartsWith('#') && AnchorOf(line) == parts[1]));
    }

    /// <summary>The name by which GitHub links to a heading.</summary>
    private static string AnchorOf(string heading) => NoAnchor().Replace(heading.TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-');

    [GeneratedRegex(@"\[[^\]]*\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex CodeSpan();

    /// <summary>A code span that is nothing but the name of a type or of a member.</summary>
    [GeneratedRegex(@"`([A-Z]\w*[a-z]\w*(?:\.[A-Z]\w*)*)`")]
    private static partial Regex Name();

    [GeneratedRegex(@"using SpatialIndex\.ServicePoints\.(\w+)")]
    private static partial Regex UsedFolder();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NoAnchor();
}
