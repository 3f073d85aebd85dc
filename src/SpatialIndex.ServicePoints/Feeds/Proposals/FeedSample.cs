namespace SpatialIndex.ServicePoints.Feeds.Proposals;

/// <summary>The records of a file, column by column.</summary>
internal sealed record FeedSample
{
    /// <summary>The file.</summary>
    public required string Path { get; init; }

    /// <summary>How it is written.</summary>
    public required FileShape Shape { get; init; }

    /// <summary>How many records were read.</summary>
    public required int Records { get; init; }

    /// <summary>Whether these are all.</summary>
    public required bool IsWhole { get; init; }

    /// <summary>The fields in the order in which they came.</summary>
    public required IReadOnlyList<SampleColumn> Columns { get; init; }

    /// <summary>The fields that hold texts, numbers or truth values.</summary>
    public IEnumerable<SampleColumn> Scalars => Columns.Where(static column => !column.IsStructure);

    /// <summary>The field at a path; null when there is none.</summary>
    public SampleColumn? Find(string path) => Columns.FirstOrDefault(column => column.Path == path);
}
