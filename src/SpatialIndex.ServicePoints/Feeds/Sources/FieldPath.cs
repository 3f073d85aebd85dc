using System.Text;

namespace SpatialIndex.ServicePoints.Feeds.Sources;

/// <summary>
/// Where in a record a value stands: keys and array indexes joined by dots (<c>address.city</c>, <c>geometry.coordinates.0</c>).
/// A dot inside a key is written <c>\.</c>, a question mark at its end <c>\?</c>. A key with a question mark behind it (<c>properties.tags?.name</c>) is passed over where it is
/// missing. In CSV the whole text is the name of a column.
/// </summary>
internal sealed class FieldPath
{
    private readonly bool[] _optional;

    public FieldPath(string text)
    {
        Text = text;
        string[] keys = text.Replace("\\.", "\0", StringComparison.Ordinal).Replace("\\?", "\u0001", StringComparison.Ordinal).Split('.');
        Segments = [.. keys.Select(static key => (IsMarkedOptional(key) ? key[..^1] : key).Replace('\0', '.').Replace('\u0001', '?'))];
        _optional = [.. keys.Select(IsMarkedOptional)];
    }

    public string Text { get; }

    public IReadOnlyList<string> Segments { get; }

    /// <summary>The segments in UTF-8, as JSON has them.</summary>
    public IReadOnlyList<byte[]> Keys => field ??= [.. Segments.Select(Encoding.UTF8.GetBytes)];

    /// <summary>Whether the path goes on in the same object where the key of a segment is missing.</summary>
    public bool IsOptional(int segment) => _optional[segment];

    public override string ToString() => Text;

    /// <summary>The path of these keys.</summary>
    public static string Join(IEnumerable<string> keys) => string.Join('.', keys.Select(static key =>
    {
        string escaped = key.Replace(".", "\\.", StringComparison.Ordinal);
        return IsMarkedOptional(escaped) ? $"{escaped[..^1]}\\?" : escaped;
    }));

    private static bool IsMarkedOptional(string key) => key.Length > 1 && key[^1] == '?';
}
