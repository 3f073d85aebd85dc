using System.Collections.Concurrent;
using System.Net;
using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Feeds.WeeklyHours;

/// <summary>
/// Understands texts of weekly hours in any of some languages. A text whose words mean different weeks in different languages is not
/// understood. Safe to use from any number of threads; remembers the texts that feeds repeat.
/// </summary>
/// <param name="languages">The languages that are tried.</param>
/// <param name="ignored">Words of the carrier that say nothing of its hours.</param>
/// <param name="style">What the texts leave unsaid.</param>
internal sealed class HoursText(IReadOnlyList<HoursLanguage> languages, IReadOnlyList<string> ignored, HoursStyle style)
{
    private const int MaxRemembered = 4096;

    private const int MaxLength = 1000;

    private readonly ConcurrentDictionary<string, OpeningTimes?> _remembered = new(StringComparer.Ordinal);

    /// <summary>The week that a text means; null when it is not understood.</summary>
    public OpeningTimes? Parse(string text)
    {
        if (_remembered.TryGetValue(text, out OpeningTimes? known))
        {
            return known;
        }

        OpeningTimes? week = text.Length > MaxLength ? null : Understand(text);
        if (_remembered.Count < MaxRemembered)
        {
            _remembered.TryAdd(text, week);
        }

        return week;
    }

    private OpeningTimes? Understand(string text)
    {
        text = ignored.Aggregate(WebUtility.HtmlDecode(text), static (rest, word) => rest.Replace(word, " ", StringComparison.Ordinal));
        OpeningTimes? understood = null;
        foreach (HoursLanguage language in languages)
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
