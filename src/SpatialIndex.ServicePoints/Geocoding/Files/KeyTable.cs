namespace SpatialIndex.ServicePoints.Geocoding.Files;

/// <summary>Keys and what they name: exactly by a hash, with spelling errors by a scan over the sets of their letters.</summary>
/// <param name="rows">The keys.</param>
/// <param name="order">The rows by their hashes.</param>
/// <param name="buckets">Where in the order the hashes begin that have the same first bits, for each value of these, and the end.</param>
/// <param name="letters">The letters of the keys.</param>
internal sealed class KeyTable(ReadOnlyMemory<KeyRow> rows, ReadOnlyMemory<int> order, ReadOnlyMemory<int> buckets, ReadOnlyMemory<char> letters)
{
    private const int HashBits = 32;

    public const int MaxKeyLength = 100;

    public ReadOnlyMemory<KeyRow> Rows => rows;

    public ReadOnlyMemory<int> Order => order;

    public ReadOnlyMemory<int> Buckets => buckets;

    public ReadOnlyMemory<char> Letters => letters;

    public KeyRow RowAt(int row) => rows.Span[row];

    public ReadOnlySpan<char> KeyAt(int row) => KeyOf(rows.Span[row]);

    /// <summary>The hash of a key: FNV-1a over its UTF-16 code units, finished as MurmurHash3 does.</summary>
    public static uint HashOf(ReadOnlySpan<char> key)
    {
        uint hash = 2166136261;
        foreach (char letter in key)
        {
            hash = (hash ^ letter) * 16777619;
        }

        hash = (hash ^ (hash >> 16)) * 0x85ebca6b;
        return hash ^ (hash >> 13);
    }

    /// <summary>The bucket of a hash, by its first bits, when there are so many bounds of buckets.</summary>
    public static int BucketOf(uint hash, int bounds) => (int)((ulong)hash * (ulong)(bounds - 1) >> HashBits);

    /// <summary>A bit for every letter that occurs. One edit changes at most two of them.</summary>
    public static ulong SignatureOf(ReadOnlySpan<char> key)
    {
        ulong signature = 0;
        foreach (char letter in key)
        {
            signature |= 1UL << (letter & 63);
        }

        return signature;
    }

    /// <summary>What is kept of a key: of a very long one the beginning.</summary>
    public static string Cut(string key) => key.Length > MaxKeyLength ? key[..MaxKeyLength] : key;

    /// <summary>The targets of a key.</summary>
    public List<int> FindExact(ReadOnlySpan<char> key) => RowsOf(key).ConvertAll(row => RowAt(row).Target);

    /// <summary>The rows of a key.</summary>
    public List<int> RowsOf(ReadOnlySpan<char> key)
    {
        key = key[..Math.Min(key.Length, MaxKeyLength)];
        ReadOnlySpan<KeyRow> all = rows.Span;
        List<int> found = [];
        uint hash = HashOf(key);
        int bucket = BucketOf(hash, buckets.Length);
        foreach (int row in order.Span[buckets.Span[bucket]..buckets.Span[bucket + 1]])
        {
            if (all[row].Hash == hash && key.SequenceEqual(KeyOf(all[row])))
            {
                found.Add(row);
            }
        }

        return found;
    }

    /// <summary>The rows from a length of keys on to another, in a table whose rows are in the order of their lengths.</summary>
    public Range RowsOfLength(int least, int most) => FirstOfLength(least)..FirstOfLength(most + 1);

    /// <summary>Checks that what the columns say of each other lies within them.</summary>
    /// <exception cref="InvalidDataException">It does not.</exception>
    public void Check(int targets)
    {
        bool isSound = order.Length == rows.Length && buckets.Length >= 2 && buckets.Span[0] == 0 && buckets.Span[^1] == rows.Length;
        for (int i = 1; isSound && i < buckets.Length; i++)
        {
            isSound = buckets.Span[i] >= buckets.Span[i - 1];
        }

        foreach (int row in order.Span)
        {
            isSound &= (uint)row < (uint)rows.Length;
        }

        foreach (KeyRow row in rows.Span)
        {
            isSound &= row.Start >= 0 && row.Length <= MaxKeyLength && row.Start <= letters.Length - row.Length && (uint)row.Target < (uint)targets;
        }

        if (!isSound)
        {
            throw new InvalidDataException("a key lies outside the file");
        }
    }

    private int FirstOfLength(int length)
    {
        int low = 0;
        int high = rows.Length;
        while (low < high)
        {
            int middle = (int)(((uint)low + (uint)high) >> 1);
            (low, high) = rows.Span[middle].Length < length ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private ReadOnlySpan<char> KeyOf(in KeyRow row) => letters.Span.Slice(row.Start, row.Length);
}
