using System.Text.RegularExpressions;

namespace SpatialIndex.Cli.Tests;

/// <summary>The README and the pages in <c>docs</c> name all commands and options that there are.</summary>
public sealed partial class DocumentedOptionsTests
{
    private static readonly string Documentation = string.Join('\n', Directory.EnumerateFiles(Repository.File("docs"), "*.md")
        .Append(Repository.File("README.md"))
        .Select(File.ReadAllText));

    public static TheoryData<string> Commands => [.. CommandsBelow("")];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Command_WithItsOptions_IsInTheDocumentation(string command)
    {
        string[][] undocumented = [.. Section(command, "Options")
            .Select(static option => OptionName().Matches(option).Select(static name => name.Value).ToArray())
            .Where(static names => !names.Any(IsDocumented))];

        Assert.Contains(command, Documentation, StringComparison.Ordinal);
        Assert.Empty(undocumented);
    }

    private static IEnumerable<string> CommandsBelow(string command)
    {
        foreach (string line in Section(command, "Commands"))
        {
            string child = $"{command} {line.Split(' ')[0]}".TrimStart();
            yield return child;
            foreach (string grandchild in CommandsBelow(child))
            {
                yield return grandchild;
            }
        }
    }

    /// <summary>The entries of a section of the help, without what is said of them.</summary>
    private static IEnumerable<string> Section(string command, string title) =>
        Tool.Run([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]).Output.Split('\n')
            .SkipWhile(line => line != $"{title}:")
            .Skip(1)
            .TakeWhile(static line => line.Length > 0)
            .Select(static line => line.Trim().Split("  ")[0]);

    private static bool IsDocumented(string option) => Regex.IsMatch(Documentation, $@"(?<![\w-]){Regex.Escape(option)}(?![\w-])");

    [GeneratedRegex("--?[a-z?][a-z-]*")]
    private static partial Regex OptionName();
}
