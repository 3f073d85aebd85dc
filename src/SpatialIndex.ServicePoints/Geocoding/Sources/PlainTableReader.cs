using SpatialIndex.ServicePoints.Feeds.Records;

namespace SpatialIndex.ServicePoints.Geocoding.Sources;

/// <summary>Reads tables without names of columns. One row that is as it should be, among the first, is enough to recognise them.</summary>
internal abstract class PlainTableReader : ISourceReader
{
    public abstract string Kind { get; }

    public abstract SourceTurn Turn { get; }

    /// <summary>What may separate the columns.</summary>
    protected abstract string Separators { get; }

    protected abstract int ColumnCount { get; }

    public bool Recognizes(SourceHead head) => SeparatorOf(head) is not null;

    public IEnumerable<SourceLine> Read(SourceFile file)
    {
        char separator = SeparatorOf(file.ReadHead()) ?? Separators[0];
        using FeedFile content = file.Open();
        foreach (DelimitedRow row in DelimitedRows.Read(content.Content, separator, ColumnCount))
        {
            yield return row.Damage is { } damage ? damage : Line(row);
        }
    }

    /// <summary>Whether the values of a row with the right number of columns are such as only these tables have.</summary>
    protected abstract bool IsTypical(IReadOnlyList<string> row);

    protected abstract SourceLine Line(DelimitedRow row);

    private char? SeparatorOf(SourceHead head)
    {
        foreach (char separator in Separators)
        {
            if (head.Rows(separator).Any(row => row.Count == ColumnCount && IsTypical(row)))
            {
                return separator;
            }
        }

        return null;
    }
}
