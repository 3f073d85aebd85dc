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
            if (At(words, i, out int end) is not 0 and var first)
            {
                int last = At(words, end, out int behind);
                return DaySet.IsSingle(first) && DaySet.IsSingle(last)
                    ? (DaySet.Range(first, last), [.. words[..i], .. words[behind..]])
                    : (first, [.. words[..i], .. words[end..]]);
            }
        }

        return (0, words);
    }

    /// <summary>The days that two words or one name at a place; 0 when they name none.</summary>
    private int At(string[] words, int start, out int end)
    {
        for (int length = Math.Min(2, words.Length - start); length > 0; length--)
        {
            end = start + length;
            if (_days.TryGetValue(string.Join(' ', words[start..end]), out int days))
            {
                return days;
            }
        }

        end = start;
        return 0;
    }

    /// <summary>The name that profiles have for a day, 0 for Monday.</summary>
    public static string OfProfile(int day) => OpeningTimes.DayNames[day];
}
