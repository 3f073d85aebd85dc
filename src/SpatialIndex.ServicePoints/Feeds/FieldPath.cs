using System.Text;

namespace SpatialIndex.ServicePoints.Feeds;

/// <summary>
/// Where in a record a value stands: keys and array indexes joined by dots (<c>address.city</c>, <c>geometry.coordinates.0</c>).
/// A dot inside a key is written <c>\.</c>. In CSV the whole text is the name of a column.
/// </summary>
internal sealed class FieldPath
{
    public FieldPath(string text)
    {
        Text = text;
        Segments = [.. text.Replace("\\.", "\0", StringComparison.Ordinal).Split('.').Select(static s => s.Replace('\0', '.'))];
    }

    public string Text { get; }

    public IReadOnlyList<string> Segments { get; }

    /// <summary>The segments in UTF-8, as JSON has them.</summary>
    public IReadOnlyList<byte[]> Keys => field ??= [.. Segments.Select(Encoding.UTF8.GetBytes)];

    public override string ToString() => Text;
}
