using System.IO.Hashing;
using System.Text;

namespace SpatialIndex.ServicePoints.Feeds;

/// <summary>Gives short texts that come again and again in a feed as one object, without making it anew. Remembers some thousand, few enough to stay in the processor's cache.</summary>
internal sealed class RecurringTexts
{
    private const int Places = 2048;
    private const int MaxLength = 16;

    private readonly string?[] _places = new string?[Places];

    /// <summary>The text of valid UTF-8.</summary>
    public string Of(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > MaxLength)
        {
            return Encoding.UTF8.GetString(utf8);
        }

        Span<char> buffer = stackalloc char[MaxLength];
        ReadOnlySpan<char> text = buffer[..Encoding.UTF8.GetChars(utf8, buffer)];
        ref string? known = ref _places[(int)(XxHash3.HashToUInt64(utf8) % Places)];
        if (known is null || !text.SequenceEqual(known))
        {
            known = new string(text);
        }

        return known;
    }
}
