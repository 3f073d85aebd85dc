using System.Buffers;
using System.Text;

namespace SpatialIndex.ServicePoints.Api.Requests;

/// <summary>
/// Decodes the percent-encoded UTF-8 of query strings, in which a plus sign is a space. What is not an escape stands for itself;
/// what is not valid UTF-8, and half a surrogate pair, becomes U+FFFD.
/// </summary>
internal static class PercentEncoding
{
    /// <summary>A percent sign and two digits.</summary>
    public const int EscapeLength = 3;

    private const int MaxUtf8Bytes = 4;

    /// <summary>Whether decoding changes the text; surrogates always count as if it did.</summary>
    public static bool IsEncoded(ReadOnlySpan<char> text) => text.ContainsAny('%', '+') || text.ContainsAnyInRange('\ud800', '\udfff');

    /// <summary>Decodes a text into a span of at least its length.</summary>
    /// <returns>The length of the decoded text.</returns>
    public static int Decode(ReadOnlySpan<char> text, Span<char> decoded)
    {
        if (!IsEncoded(text))
        {
            text.CopyTo(decoded);
            return text.Length;
        }

        int length = 0;
        while (!text.IsEmpty)
        {
            int consumed;
            if (text[0] == '+')
            {
                decoded[length++] = ' ';
                consumed = 1;
            }
            else
            {
                Rune rune = DecodeRune(text, out consumed);
                length += rune.EncodeToUtf16(decoded[length..]);
            }

            text = text[consumed..];
        }

        return length;
    }

    private static Rune DecodeRune(ReadOnlySpan<char> text, out int consumed)
    {
        Span<byte> bytes = stackalloc byte[MaxUtf8Bytes];
        int count = 0;
        while (count < MaxUtf8Bytes && TryReadEscape(text[(EscapeLength * count)..], out bytes[count]))
        {
            count++;
        }

        if (count == 0)
        {
            // Half a surrogate pair gives U+FFFD here.
            _ = Rune.DecodeFromUtf16(text, out Rune plain, out consumed);
            return plain;
        }

        _ = Rune.DecodeFromUtf8(bytes[..count], out Rune rune, out int consumedBytes);
        consumed = EscapeLength * consumedBytes;
        return rune;
    }

    private static bool TryReadEscape(ReadOnlySpan<char> text, out byte value)
    {
        value = 0;
        return text.Length >= EscapeLength
            && text[0] == '%'
            && Convert.FromHexString(text.Slice(1, 2), new Span<byte>(ref value), out _, out _) == OperationStatus.Done;
    }
}
