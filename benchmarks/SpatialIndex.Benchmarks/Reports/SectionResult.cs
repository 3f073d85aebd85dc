using System.Text.Json.Serialization;

namespace SpatialIndex.Benchmarks.Reports;

/// <summary>What a section measured, where, and beside how much other work.</summary>
internal sealed class SectionResult
{
    public required string Section { get; init; }

    /// <summary>What makes this result again.</summary>
    public required string Command { get; init; }

    public required string Machine { get; init; }

    /// <summary>What other programs did meanwhile, in words; null where that cannot be told.</summary>
    public string? OtherLoad { get; set; }

    public List<ReportTable> Tables { get; init; } = [];

    /// <summary>Sentences that belong to the tables, in Markdown.</summary>
    public List<string> Notes { get; init; } = [];

    /// <summary>Whether something that must hold does not.</summary>
    [JsonIgnore]
    public bool HasFailed { get; private set; }

    /// <summary>Adds a table to be filled, and prints its header.</summary>
    public ReportTable Add(ReportTable table)
    {
        Tables.Add(table);
        Console.WriteLine();
        Console.WriteLine(table.Title);
        Console.WriteLine();
        table.PrintHeader();
        return table;
    }

    public void Note(string text)
    {
        Notes.Add(text);
        Console.WriteLine();
        Console.WriteLine(text);
    }

    /// <summary>Notes that something which must hold does not.</summary>
    public void Fail(string text)
    {
        HasFailed = true;
        Note($"**Failed:** {text}");
    }
}
