using System.Text;

namespace SpatialIndex.Benchmarks.Reports;

/// <summary>The report in Markdown.</summary>
internal static class ReportText
{
    public static string Of(IReadOnlyList<SectionResult> results)
    {
        var text = new StringBuilder();
        text.Append("# Benchmark report\n\n");
        text.Append("Written by `benchmarks/run.sh`; [docs/benchmarks.md](../../docs/benchmarks.md) says what the figures mean. ");
        text.Append("Times are medians; what is compared took turns, pass by pass, unless said otherwise. Searches are timed by the processor time of their ");
        text.Append("thread: what passes on the clock where the machine does nothing else.\n\n");
        foreach (IGrouping<string, SectionResult> machine in results.GroupBy(static result => result.Machine))
        {
            text.Append($"Machine: {machine.Key}");
            text.Append(machine.Count() == results.Count ? ".\n\n" : $": {string.Join(", ", machine.Select(static result => result.Section))}.\n\n");
        }

        text.Append("| in short | |\n| --- | --- |\n");
        text.AppendJoin('\n', new ReportSummary(results).Rows()).Append("\n\n");
        foreach (SectionResult result in results)
        {
            ISection section = ReportSections.Named(result.Section)!;
            text.Append($"- [{section.Title}](#{Anchor(section.Title)})\n");
        }

        foreach (SectionResult result in results)
        {
            Append(text, ReportSections.Named(result.Section)!, result);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, ISection section, SectionResult result)
    {
        text.Append($"\n## {section.Title}\n\n{section.About}\n\n");
        text.Append($"`{result.Command}` · [data]({ReportFolder.DataLink(section.Name)})");
        text.Append(result.OtherLoad is null ? "\n" : $" · {result.OtherLoad}\n");
        foreach (ReportTable table in result.Tables)
        {
            text.Append($"\n**{table.Title}**\n\n");
            if (table.Chart is { } chart)
            {
                text.Append($"![{table.Title}, by {chart.Across}]({chart.Name}.svg)\n\n");
            }

            text.Append(table.ToMarkdown()).Append('\n');
        }

        foreach (string note in result.Notes)
        {
            text.Append($"\n{note}\n");
        }
    }

    /// <summary>What a heading is linked by: its letters and digits in lower case, its spaces as hyphens.</summary>
    private static string Anchor(string heading) =>
        string.Concat(heading.Where(static letter => char.IsLetterOrDigit(letter) || letter == ' ')).ToLowerInvariant().Replace(' ', '-');
}
