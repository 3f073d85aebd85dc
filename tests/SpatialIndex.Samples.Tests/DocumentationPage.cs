namespace SpatialIndex.Samples.Tests;

/// <summary>A page of the documentation: the README or one in <c>docs</c>.</summary>
internal static class DocumentationPage
{
    /// <summary>The names of all pages, from the root of the repository.</summary>
    public static IEnumerable<string> Names =>
        [
            "README.md",
            "samples/README.md",
            .. Directory.EnumerateFiles(Repository.File("docs"), "*.md").Select(static path => $"docs/{Path.GetFileName(path)}").Order(StringComparer.Ordinal),
        ];

    /// <summary>The lines of a page outside its blocks of code.</summary>
    public static IEnumerable<string> ProseOf(string name) => Lines(name).Where(static line => line.Block is null).Select(static line => line.Text);

    /// <summary>The blocks of code in a language, each with the number of its first line.</summary>
    public static IEnumerable<(int Line, string[] Text)> BlocksOf(string name, string language) => Lines(name)
        .Select(static (line, index) => (line.Block, line.Text, Number: index + 1))
        .Where(line => line.Block is { } block && block.Language == language)
        .GroupBy(static line => line.Block!.Value.Start)
        .Select(static block => (block.First().Number, block.Select(static line => line.Text).ToArray()));

    /// <summary>Every line, with the language and the line of the fence of its block where it is in one. Fences themselves are left empty.</summary>
    private static IEnumerable<(string Text, (string Language, int Start)? Block)> Lines(string name)
    {
        (string Language, int Start)? block = null;
        int number = 0;
        foreach (string line in File.ReadLines(Repository.File(name)))
        {
            number++;
            if (line.TrimStart().StartsWith("```", StringComparison.Ordinal))
            {
                block = block is null ? (line.Trim().TrimStart('`').Split(' ')[0], number) : null;
                yield return ("", null);
            }
            else
            {
                yield return (line, block);
            }
        }
    }
}
