using System.Collections.Concurrent;
using System.Net;
using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Feeds.WeeklyHours;

/// <summary>
/// Understands texts of weekly hours in any of some languages. A text whose words mean different weeks in different languages is not
/// understood. Safe to use from any number of threads; remembers the texts that feeds repeat.
/// </summary>
/// <param name="languages">The languages that are tried; null for those of the point's country, and all if these do not understand.</param>
/// <param name="ignored">Words of the carrier that say nothing of its hours.</param>
/// <param name="style">What the texts leave unsaid.</param>
internal sealed class HoursText(IReadOnlyList<HoursLanguage>? languages, IReadOnlyList<string> ignored, HoursStyle style)
{
    private const int MaxRemembered = 4096;

    private const int MaxLength = 1000;

    private readonly ConcurrentDictionary<(string Text, string CountryCode), OpeningTimes?> _remembered = new();

    /// <summary>The week that a text means; null when it is not understood.</summary>
    /// <param name="text">The text.</param>
    /// <param name="countryCode">The country of the point, which tells the language where none is named; empty when unknown.</param>
    public OpeningTimes? Parse(string text, string countryCode = "")
    {
        (string, string) key = (text, languages is null ? countryCode : "");
        if (_remembered.TryGetValue(key, out OpeningTimes? known))
        {
            return known;
        }

        OpeningTimes? week = text.Length > MaxLength ? null : Understand(text, countryCode);
        if (_remembered.Count < MaxRemembered)
        {
            _remembered.TryAdd(key, week);
        }

        return week;
    }

    private OpeningTimes? Understand(string text, string countryCode)
    {
        text = ignored.Aggregate(WebUtility.HtmlDecode(text), static (rest, word) => rest.Replace(word, " ", StringComparison.Ordinal));
        return languages is not null
            ? Understand(text, languages)
            : Understand(text, HoursLanguages.All.Where(language => language.IsOf(countryCode))) ?? Understand(text, HoursLanguages.All);
    }

    private OpeningTimes? Understand(string text, IEnumerable<HoursLanguage> tried)
    {
        OpeningTimes? understood = null;
        foreach (HoursLanguage language in tried)
        {
            if (HoursLexer.Tokenize(text, language) is not { } tokens || new HoursGrammar(tokens, style).Parse() is not { } week)
            {
                continue;
            }

            if (understood is not null && !understood.Equals(week))
            {
                return null;
            }

            understood = week;
        }

        return understood;
    }
}
