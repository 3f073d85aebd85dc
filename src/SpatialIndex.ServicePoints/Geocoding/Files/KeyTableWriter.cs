namespace SpatialIndex.ServicePoints.Geocoding.Files;

/// <summary>Collects the keys of a table.</summary>
internal sealed class KeyTableWriter
{
    private readonly List<KeyRow> _rows = [];
    private readonly List<char> _letters = [];
    private readonly Dictionary<string, int> _starts = new(StringComparer.Ordinal);

    public KeyTable ToTable() => new(
        _rows.ToArray(),
        Enumerable.Range(0, _rows.Count).OrderBy(row => _rows[row].Hash).ThenBy(static row => row).ToArray(),
        _letters.ToArray());

    /// <param name="key">The name.</param>
    /// <param name="target">What it names.</param>
    /// <param name="maxEdits">How many edits a name may be away to be taken for this one.</param>
    public void Add(string key, int target, int maxEdits)
    {
        key = key.Length > KeyTable.MaxKeyLength ? key[..KeyTable.MaxKeyLength] : key;
        if (!_starts.TryGetValue(key, out int start))
        {
            start = _letters.Count;
            _starts.Add(key, start);
            _letters.AddRange(key);
        }

        _rows.Add(new KeyRow { Signature = KeyTable.SignatureOf(key), Hash = KeyTable.HashOf(key), Start = start, Length = (ushort)key.Length, MaxEdits = (ushort)maxEdits, Target = target });
    }
}
