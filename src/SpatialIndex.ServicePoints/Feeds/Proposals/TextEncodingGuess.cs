namespace SpatialIndex.ServicePoints.Feeds.Proposals;

/// <summary>
/// Guesses how text is encoded: by a byte order mark, by being valid UTF-8, and else by which of the usual encodings turns its letters into
/// those of a single language.
/// </summary>
internal static class TextEncodingGuess
{
    public const string Utf8 = "utf-8";

    private const string Utf16LittleEndian = "utf-16";
    private const string Utf16BigEndian = "utf-16BE";

    /// <summary>The longest character of UTF-8, which the end of a prefix may cut.</summary>
    private const int MaxUtf8Bytes = 4;

    private const int FrequentLetters = 10;

    private const string Punctuation = "\u00A0«»°ºª·€§–—‘’‚“”„…•&";

    // Where several fit, the first counts.
    private static readonly string[] Candidates =
        ["windows-1252", "windows-1250", "windows-1251", "windows-1257", "windows-1254", "windows-1253", "iso-8859-2"];

    /// <summary>The letters beyond ASCII of the languages that feeds are written in.</summary>
    private static readonly string[] Alphabets =
    [
        "àâæçéèêëîïôœùûüÿ", "äöüß", "áéíñóúü¿¡", "áâãàçéêíóôõúü", "àèéìíîòóùú", "éèëïóöüáç", "æøåéèêóò", "åäöéü", "ñçàéèíïòóúü·",
        "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "ąćęłńóśźż", "áéíóöőúüű", "ăâîșțşţ", "čćđšž",
        "äõöüšž", "āčēģīķļņšūž", "ąčęėįšųūž", "çğıiöşü",
    ];

    /// <summary>The letters of the languages that have another script, the ten most frequent first.</summary>
    private static readonly string[] OtherScripts =
    [
        "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё", "оанівитерслкдмупзяьбгйчхцїжєшющфґ", "αοιετσνηυρςπκμλωδγχθφβξζψάέήίόύώϊϋΐΰ",
    ];

    /// <summary>The name of the encoding.</summary>
    /// <param name="text">The start of the text.</param>
    /// <param name="isWhole">Whether that is all of it.</param>
    public static string Of(ReadOnlySpan<byte> text, bool isWhole)
    {
        if (text.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || IsUtf16(text, zeroAt: 1))
        {
            return Utf16LittleEndian;
        }

        if (text.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) || IsUtf16(text, zeroAt: 0))
        {
            return Utf16BigEndian;
        }

        return IsUtf8(text, isWhole) ? Utf8 : Best(text.ToArray());
    }

    /// <summary>Whether every other byte at the start is zero, as in Latin text.</summary>
    private static bool IsUtf16(ReadOnlySpan<byte> text, int zeroAt) => text.Length >= 4 && text[zeroAt] == 0 && text[zeroAt + 2] == 0 && text[1 - zeroAt] != 0;

    private static bool IsUtf8(ReadOnlySpan<byte> text, bool isWhole)
    {
        for (int cut = 0; cut < (isWhole ? 1 : MaxUtf8Bytes) && cut <= text.Length; cut++)
        {
            if (System.Text.Unicode.Utf8.IsValid(text[..^cut]))
            {
                return true;
            }
        }

        return false;
    }

    private static string Best(byte[] text) =>
        Candidates.MaxBy(name => Fit(FeedProfileReader.FindEncoding(name, isStrict: false)!.GetString(text)))!;

    /// <summary>Which share of the characters beyond ASCII the best language has; of another script, besides, how many are frequent in it.</summary>
    private static (double Known, double Frequent) Fit(string text)
    {
        (char Letter, bool IsBesideLatin)[] letters = [.. text
            .Select((letter, place) => (char.ToLowerInvariant(letter), IsBesideLatin(text, place)))
            .Where(static letter => letter.Item1 > 0x7F)];
        double all = Math.Max(1, letters.Length);
        double latin = Alphabets.Max(alphabet => letters.Count(letter => Has(alphabet, letter.Letter))) / all;
        return OtherScripts
            .Select(alphabet => (
                letters.Count(letter => Has(alphabet, letter.Letter) && !(letter.IsBesideLatin && char.IsLetter(letter.Letter))) / all,
                letters.Count(letter => alphabet[..FrequentLetters].Contains(letter.Letter, StringComparison.Ordinal)) / all))
            .Append((latin, 1))
            .Max();
    }

    private static bool Has(string alphabet, char letter) =>
        alphabet.Contains(letter, StringComparison.Ordinal) || Punctuation.Contains(letter, StringComparison.Ordinal);

    /// <summary>Words hardly ever mix two scripts.</summary>
    private static bool IsBesideLatin(string text, int place) =>
        (place > 0 && char.IsAsciiLetter(text[place - 1])) || (place + 1 < text.Length && char.IsAsciiLetter(text[place + 1]));
}
