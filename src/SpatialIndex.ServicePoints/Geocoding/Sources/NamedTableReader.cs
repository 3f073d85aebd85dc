using SpatialIndex.ServicePoints.Feeds.Records;

namespace SpatialIndex.ServicePoints.Geocoding.Sources;

/// <summary>Reads tables whose first row names their columns, which stand in any order.</summary>
internal abstract class NamedTableReader : ISourceReader
{
    private const string Separators = ",;\t";

    public abstract string Kind { get; }

    public abstract SourceTurn Turn { get; }

    public virtual bool MayGiveNothing => false;

    /// <summary>The columns by which such tables are recognised.</summary>
    protected abstract IReadOnlyList<string> Columns { get; }

    public bool Recognizes(SourceHead head) => SeparatorOf(head) is not null;

    public IEnumerable<SourceLine> Read(SourceFile file)
    {
        SourceHead head = file.ReadHead();
        char separator = SeparatorOf(head) ?? Separators[0];
        ColumnNames names = NamesOf(head, separator);
        using FeedFile content = file.Open();
        foreach (DelimitedRow row in DelimitedRows.Read(content.Content, separator, names.Count).Skip(1))
        {
            yield return row.Damage is { } damage ? damage : Line(new NamedRow(names, row), file);
        }
    }

    /// <summary>Whether the names are those of such tables.</summary>
    protected virtual bool IsHeader(ColumnNames names) => Columns.All(column => names.Find(column) is not null);

    protected abstract SourceLine Line(NamedRow row, SourceFile file);

    private char? SeparatorOf(SourceHead head)
    {
        foreach (char separator in Separators)
        {
            if (IsHeader(NamesOf(head, separator)))
            {
                return separator;
            }
        }

        return null;
    }

    private static ColumnNames NamesOf(SourceHead head, char separator) => new(head.Rows(separator) is [var header, ..] ? header : []);
}
