
namespace SpatialIndex.ServicePoints.Geocoding.Text;

/// <summary>Text as gazetteers are built and asked with: words in plain lower-case letters, abbreviations written out.</summary>
internal static class AddressText
{
    /// <summary>Words beyond this many are not looked at.</summary>
    public const int MaxWords = 24;

    private const int MaxWordLength = 60;


    /// <summary>The words of a text; what is no letter, digit or mark parts them.</summary>
    /// <param name="text">The text.</param>
    /// <param name="way">The country whose way of writing addresses it follows.</param>
    /// <param name="cut">Whether there were more words than are looked at.</param>
    public static List<string> Words(string text, string way, out bool cut)
    {
        var words = new List<string>(8);
        Span<char> word = stackalloc char[MaxWordLength + 2];
        int length = 0;
        cut = false;
        for (int i = 0; i <= text.Length; i++)
        {
            char c = i < text.Length ? char.ToLowerInvariant(text[i]) : ' ';
            if (c is >= '\u0300' and <= '\u036f')
            {
                continue;
            }

            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c))
            {
                ReadOnlySpan<char> plain = LetterFold.Of(c) is { } fold ? fold : [c];
                if (length <= MaxWordLength - plain.Length)
                {
                    plain.CopyTo(word[length..]);
                    length += plain.Length;
                }

                continue;
            }

            if (length == 0)
            {
                continue;
            }

            if (words.Count == MaxWords)
            {
                cut = true;
                break;
            }

            words.Add(Written(word[..length], way));
            length = 0;
        }

        return words;
    }

    /// <summary>Words as one key: written together, so that it does not matter where they are parted.</summary>
    public static string Key(string text, string way) => string.Concat(Words(text, way, out _));

    /// <summary>What of a street's name tells it from others: without its kind before or behind and without empty words. The whole key when nothing is left.</summary>
    public static string Core(IEnumerable<string> words)
    {
        string[] all = [.. words];
        int first = all.Length > 1 && AddressWords.IsStreetKind(all[0]) ? 1 : 0;
        int end = all.Length - first > 1 && first == 0 && AddressWords.IsStreetKind(all[^1]) ? all.Length - 1 : all.Length;
        string core = string.Concat(all[first..end].Where(static word => !AddressWords.IsEmpty(word)));
        return core.Length > 0 ? core : string.Concat(all);
    }

    private static string Written(ReadOnlySpan<char> word, string way)
    {
        string text = AddressWords.Expand(word.ToString(), way);
        if (way != "DE")
        {
            return text;
        }

        if (text.Length > 5 && text.EndsWith("str", StringComparison.Ordinal))
        {
            text += "asse";
        }

        // Umlauts have lost their dots; those who cannot type them write an e behind.
        return text.Replace("ae", "a", StringComparison.Ordinal).Replace("oe", "o", StringComparison.Ordinal).Replace("ue", "u", StringComparison.Ordinal);
    }
}
