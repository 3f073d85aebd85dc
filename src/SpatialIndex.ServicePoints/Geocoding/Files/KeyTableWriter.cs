namespace SpatialIndex.ServicePoints.Geocoding.Files;

/// <summary>Collects the keys of a table.</summary>
internal sealed class KeyTableWriter
{
    private const int KeysABucket = 2;

    private readonly List<KeyRow> _rows = [];
    private readonly List<char> _letters = [];
    private readonly Dictionary<string, int> _starts = new(StringComparer.Ordinal);

    /// <summary>The table with its rows as they were added.</summary>
    public KeyTable ToTable()
    {
        KeyRow[] rows = [.. _rows];
        int[] order = [.. Enumerable.Range(0, rows.Length).OrderBy(row => rows[row].Hash).ThenBy(static row => row)];
        int[] buckets = new int[(rows.Length / KeysABucket) + 2];
        foreach (KeyRow row in rows)
        {
            buckets[KeyTable.BucketOf(row.Hash, buckets.Length) + 1]++;
        }

        for (int i = 1; i < buckets.Length; i++)
        {
            buckets[i] += buckets[i - 1];
        }

        return new KeyTable(rows, order, buckets, _letters.ToArray());
    }

    /// <summary>The table with its rows in the order of their lengths.</summary>
    public KeyTable ToTableByLength()
    {
        KeyRow[] rows = [.. _rows.OrderBy(static row => row.Length)];
        _rows.Clear();
        _rows.AddRange(rows);
        return ToTable();
    }

    /// <param name="key">The name.</param>
    /// <param name="target">What it names.</param>
    /// <param name="maxEdits">How many edits a name may be away to be taken for this one.</param>
    public void Add(string key, int target, int maxEdits)
    {
        key = KeyTable.Cut(key);
        if (!_starts.TryGetValue(key, out int start))
        {
            start = _letters.Count;
            _starts.Add(key, start);
            _letters.AddRange(key);
        }

        _rows.Add(new KeyRow { Signature = KeyTable.SignatureOf(key), Hash = KeyTable.HashOf(key), Start = start, Length = (ushort)key.Length, MaxEdits = (ushort)maxEdits, Target = target });
    }
}
