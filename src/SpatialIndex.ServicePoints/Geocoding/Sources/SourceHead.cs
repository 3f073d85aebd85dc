namespace SpatialIndex.ServicePoints.Geocoding.Sources;

/// <summary>The first lines of a file, by which its kind is recognised.</summary>
internal sealed class SourceHead
{
    private const int MaxBytes = 64 << 10;

    private readonly byte[] _text;
    private readonly Dictionary<char, string[][]> _rows = [];

    private SourceHead(byte[] text) => _text = text;

    /// <summary>The text, without a byte order mark and without a last line that is not whole.</summary>
    public ReadOnlySpan<byte> Text => _text.AsSpan(_text.AsSpan().StartsWith("\uFEFF"u8) ? "\uFEFF"u8.Length : 0);

    public static SourceHead Read(Stream content)
    {
        byte[] bytes = new byte[MaxBytes];
        int length = content.ReadAtLeast(bytes, MaxBytes, throwOnEndOfStream: false);
        int lines = length < MaxBytes ? length : bytes.AsSpan().LastIndexOf((byte)'\n') + 1;
        return new SourceHead(bytes[..(lines > 0 ? lines : length)]);
    }

    /// <summary>The fields of the rows that can be read, when it is a table with that separator.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows(char separator)
    {
        if (!_rows.TryGetValue(separator, out string[][]? rows))
        {
            using var text = new MemoryStream(_text);
            rows =
            [
                .. DelimitedRows.Read(text, separator).Where(static row => row.Damage is null)
                    .Select(static row => Enumerable.Range(0, row.Count).Select(column => row[column]).ToArray()),
            ];
            _rows.Add(separator, rows);
        }

        return rows;
    }
}
