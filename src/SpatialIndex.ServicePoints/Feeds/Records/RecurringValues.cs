using System.IO.Hashing;

namespace SpatialIndex.ServicePoints.Feeds.Records;

/// <summary>
/// What was made of bytes that come again and again in a feed, so that it is made once. Remembers the last few thousand, each in a place
/// by its hash, and never answers for other bytes.
/// </summary>
internal sealed class RecurringValues<T>
    where T : class
{
    private const int Places = 8192;

    private readonly (byte[] Bytes, T Value)[] _places = new (byte[], T)[Places];

    /// <summary>The value of the bytes; null when they are not remembered.</summary>
    public T? Find(ReadOnlySpan<byte> bytes)
    {
        (byte[]? known, T value) = _places[PlaceOf(bytes)];
        return known is not null && bytes.SequenceEqual(known) ? value : null;
    }

    public void Remember(ReadOnlySpan<byte> bytes, T value) => _places[PlaceOf(bytes)] = (bytes.ToArray(), value);

    private static int PlaceOf(ReadOnlySpan<byte> bytes) => (int)(XxHash3.HashToUInt64(bytes) % Places);
}
