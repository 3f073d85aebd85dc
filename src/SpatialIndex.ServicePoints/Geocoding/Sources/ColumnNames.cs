using SpatialIndex.ServicePoints.Geocoding.Text;

namespace SpatialIndex.ServicePoints.Geocoding.Sources;

/// <summary>The columns of a table by their names, in whatever case, with or without accents; of two of one name the first.</summary>
internal sealed class ColumnNames
{
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);

    public ColumnNames(IReadOnlyList<string> header)
    {
        Count = header.Count;
        for (int column = 0; column < header.Count; column++)
        {
            _columns.TryAdd(Plain(header[column]), column);
        }
    }

    /// <summary>How many columns there are.</summary>
    public int Count { get; }

    /// <summary>The place of a column; null when there is none of the name.</summary>
    /// <param name="name">The name in plain lower-case letters.</param>
    public int? Find(string name) => _columns.TryGetValue(name, out int column) ? column : null;

    private static string Plain(string name) => string.Concat(
        name.Trim().TrimStart('#').ToLowerInvariant().Select(static letter => letter == ' ' ? "_" : LetterFold.Of(letter) ?? letter.ToString()));
}
