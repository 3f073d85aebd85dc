using System.Collections.Frozen;
using System.Text.Json;

namespace SpatialIndex.ServicePoints.Feeds.WeeklyHours;

/// <summary>The words that a language has for days and hours. Immutable.</summary>
internal sealed class HoursLanguage
{
    private const string CountriesList = "countries";

    private readonly ILookup<char, (string Text, HoursToken Token)> _words;
    private readonly FrozenSet<string> _countries;

    /// <param name="name">Its ISO 639-1 code.</param>
    /// <param name="vocabularies">The words of all languages and those of this one.</param>
    public HoursLanguage(string name, params IEnumerable<JsonElement> vocabularies)
    {
        Name = name;
        JsonProperty[] lists = [.. vocabularies.SelectMany(static vocabulary => vocabulary.EnumerateObject())];
        _countries = lists.Where(static list => list.Name == CountriesList)
            .SelectMany(static list => list.Value.EnumerateArray(), static (_, country) => country.GetString()!)
            .ToFrozenSet(StringComparer.Ordinal);
        _words = lists
            .Where(static list => list.Name != CountriesList)
            .SelectMany(static list => Words(list.Name, list.Value))
            .OrderByDescending(static word => word.Text.Length)
            .ToLookup(static word => char.ToLowerInvariant(word.Text[0]));
    }

    public string Name { get; }

    /// <summary>Its words for days, each with the days as a set of bits.</summary>
    public IEnumerable<(string Word, int Days)> Days => _words
        .SelectMany(static words => words)
        .Where(static word => word.Token.Kind == HoursTokenKind.Days)
        .Select(static word => (word.Text, word.Token.Value));

    /// <summary>Whether feeds of a country are likely to be written in it.</summary>
    public bool IsOf(string countryCode) => _countries.Contains(countryCode);

    /// <summary>The longest word or phrase at the start of the text, in any case; null when there is none.</summary>
    /// <param name="text">The text from where the word is to start.</param>
    /// <param name="length">The length of the word.</param>
    public HoursToken? Find(ReadOnlySpan<char> text, out int length)
    {
        foreach ((string word, HoursToken token) in _words[char.ToLowerInvariant(text[0])])
        {
            if (text.StartsWith(word, StringComparison.OrdinalIgnoreCase) && EndsWord(word, text[word.Length..]))
            {
                length = word.Length;
                return token;
            }
        }

        length = 0;
        return null;
    }

    /// <summary>Letters may be followed by digits ("E8:00"), but not by letters, except where words are written without space between.</summary>
    private static bool EndsWord(string word, ReadOnlySpan<char> rest) =>
        rest.IsEmpty
        || IsIdeograph(word[^1])
        || !(char.IsLetter(rest[0]) || (char.IsDigit(word[^1]) && char.IsDigit(rest[0])));

    private static bool IsIdeograph(char c) => c is >= '\u4E00' and <= '\u9FFF';

    private static IEnumerable<(string Text, HoursToken Token)> Words(string name, JsonElement list) =>
        name == "days"
            ? list.EnumerateArray().SelectMany(static (words, day) => Words(words, new HoursToken(HoursTokenKind.Days, 1 << day)))
            : Words(list, TokenOf(name));

    private static IEnumerable<(string Text, HoursToken Token)> Words(JsonElement list, HoursToken token) =>
        list.EnumerateArray().Select(word => (word.GetString()!, token));

    private static HoursToken TokenOf(string name) => name switch
    {
        "every_day" => new HoursToken(HoursTokenKind.Days, DaySet.EveryDay),
        "weekdays" => new HoursToken(HoursTokenKind.Days, DaySet.MondayToFriday),
        "weekend" => new HoursToken(HoursTokenKind.Days, DaySet.Weekend),
        "always_open" => new HoursToken(HoursTokenKind.AlwaysOpen),
        "closed" => new HoursToken(HoursTokenKind.Closed),
        "to" => new HoursToken(HoursTokenKind.To),
        "and" => new HoursToken(HoursTokenKind.And),
        "ignored" => new HoursToken(HoursTokenKind.Ignored),
        "holidays" => new HoursToken(HoursTokenKind.Holidays),
        _ => throw new InvalidDataException($"The vocabulary has an unknown list \"{name}\"."),
    };
}
