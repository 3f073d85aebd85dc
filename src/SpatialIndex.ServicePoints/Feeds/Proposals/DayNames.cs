using SpatialIndex.ServicePoints.Feeds.WeeklyHours;
using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Feeds.Proposals;

/// <summary>Days of the week in the names of fields and in values, in the words of one language.</summary>
internal sealed class DayNames
{
    private static readonly Lazy<IReadOnlyList<DayNames>> Languages = new(static () => [.. HoursLanguages.All.Select(static language => new DayNames(language))]);

    private readonly Dictionary<string, int> _days = new(StringComparer.Ordinal);

    private DayNames(HoursLanguage language)
    {
        Name = language.Name;
        foreach ((string word, int days) in language.Days)
        {
            _days.TryAdd(string.Join(' ', FieldName.Words(word)), days);
        }
    }

    /// <summary>The names of the days in every language.</summary>
    public static IReadOnlyList<DayNames> All => Languages.Value;

    /// <summary>The ISO 639-1 code of the language.</summary>
    public string Name { get; }

    /// <summary>The days that a text names as a set of bits, Monday the lowest; 0 when it is more than their name or none.</summary>
    public int Find(string text) => FindIn([.. FieldName.Words(text)]) is { Days: var days, Others.Length: 0 } ? days : 0;

    /// <summary>The days among the words of a name, one or from one to another, and the other words; 0 when there are none.</summary>
    public (int Days, string[] Others) FindIn(string[] words)
    {
        for (int i = 0; i < words.Length; i++)
        {
            if (!_days.TryGetValue(words[i], out int first))
            {
                continue;
            }

            bool isRange = i + 1 < words.Length && _days.TryGetValue(words[i + 1], out int last) && DaySet.IsSingle(first) && DaySet.IsSingle(last);
            return isRange
                ? (DaySet.Range(first, _days[words[i + 1]]), [.. words[..i], .. words[(i + 2)..]])
                : (first, [.. words[..i], .. words[(i + 1)..]]);
        }

        return (0, words);
    }

    /// <summary>The name that profiles have for a day, 0 for Monday.</summary>
    public static string OfProfile(int day) => OpeningTimes.DayNames[day];
}
