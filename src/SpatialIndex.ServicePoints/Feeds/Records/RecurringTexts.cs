using System.Buffers.Binary;
using System.Text;

namespace SpatialIndex.ServicePoints.Feeds.Records;

/// <summary>Gives short texts that come again and again in a feed as one object, without making it anew. Remembers some thousand, few enough to stay in the processor's cache.</summary>
internal sealed class RecurringTexts
{
    private const int PlaceBits = 11;
    private const int MaxLength = 2 * sizeof(ulong);

    private readonly (Letters Letters, string Text)[] _places = new (Letters, string)[1 << PlaceBits];

    /// <summary>The text of valid UTF-8.</summary>
    public string Of(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty)
        {
            return "";
        }

        if (utf8.Length > MaxLength)
        {
            return Encoding.UTF8.GetString(utf8);
        }

        var letters = Letters.Of(utf8);
        ref (Letters Letters, string Text) place = ref _places[letters.Place];
        if (place.Letters != letters)
        {
            place = (letters, Encoding.UTF8.GetString(utf8));
        }

        return place.Text;
    }

    /// <summary>The bytes of a text that is not empty: the first eight and the last eight, which for fewer than sixteen overlap, and how many there are.</summary>
    private readonly record struct Letters(ulong First, ulong Last, int Length)
    {
        public int Place => (int)(((First * 0x9E37_79B9_7F4A_7C15) ^ (Last * 0xC2B2_AE3D_27D4_EB4F)) >> (64 - PlaceBits));

        public static Letters Of(ReadOnlySpan<byte> utf8)
        {
            if (utf8.Length >= sizeof(ulong))
            {
                return new(BinaryPrimitives.ReadUInt64LittleEndian(utf8), BinaryPrimitives.ReadUInt64LittleEndian(utf8[^sizeof(ulong)..]), utf8.Length);
            }

            Span<byte> padded = stackalloc byte[sizeof(ulong)];
            utf8.CopyTo(padded);
            ulong all = BinaryPrimitives.ReadUInt64LittleEndian(padded);
            return new(all, all, utf8.Length);
        }
    }
}
