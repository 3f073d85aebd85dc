namespace SpatialIndex.ServicePoints.Feeds.WeeklyHours;

/// <summary>Cuts a text of hours into its pieces, by the words of one language.</summary>
internal static class HoursLexer
{
    /// <summary>The pieces; null when anything in the text is not understood.</summary>
    public static List<HoursToken>? Tokenize(ReadOnlySpan<char> text, HoursLanguage language)
    {
        var tokens = new List<HoursToken>();
        while (!text.IsEmpty)
        {
            int length = 1;
            bool isEndOfRange = tokens is [.., { Kind: HoursTokenKind.Time }, { Kind: HoursTokenKind.To }];
            if (isEndOfRange && ClockTime.Read(text, out int endLength) is { } end)
            {
                // Here "24h" is midnight.
                tokens.Add(new HoursToken(HoursTokenKind.Time, end));
                length = endLength;
            }
            else if (language.Find(text, out int wordLength) is { } word)
            {
                Add(tokens, word);

                // Words are shortened with a dot.
                length = wordLength < text.Length && text[wordLength] == '.' ? wordLength + 1 : wordLength;
            }
            else if (ClockTime.Read(text, out int timeLength) is { } minute)
            {
                tokens.Add(new HoursToken(HoursTokenKind.Time, minute));
                length = timeLength;
            }
            else if (text[0] == '<' && text.IndexOf('>') is > 0 and var tagEnd)
            {
                tokens.Add(new HoursToken(HoursTokenKind.Break));
                length = tagEnd + 1;
            }
            else if (Mark(text[0]) is { } mark)
            {
                Add(tokens, new HoursToken(mark));
            }
            else
            {
                return null;
            }

            text = text[length..];
        }

        return tokens;
    }

    private static void Add(List<HoursToken> tokens, HoursToken token)
    {
        if (token.Kind != HoursTokenKind.Ignored)
        {
            tokens.Add(token);
        }
    }

    private static HoursTokenKind? Mark(char c) => c switch
    {
        '\n' or ';' or '；' => HoursTokenKind.Break,
        _ when char.IsWhiteSpace(c) => HoursTokenKind.Ignored,
        ',' or '/' or '&' or '|' or '、' or '，' => HoursTokenKind.And,
        '-' or '–' or '—' or '−' or '~' or '～' or '－' => HoursTokenKind.To,
        ':' or '：' => HoursTokenKind.Colon,
        _ => null,
    };
}
