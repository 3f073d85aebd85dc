using System.Collections.Frozen;
using System.Text.Json;

namespace SpatialIndex.ServicePoints.Feeds.Proposals;

/// <summary>The words by which fields and their values are known in some twenty languages, from <c>words.json</c>, without marks on letters.</summary>
internal static class FieldWords
{
    private static readonly Lazy<FrozenDictionary<string, IReadOnlyList<string[]>>> Known = new(Load);

    /// <summary>The names that a field may have, the likeliest first, each as its words.</summary>
    public static IReadOnlyList<string[]> Names(string field) => Known.Value[$"fields.{field}"];

    /// <summary>The words that values of a kind have, each as its words.</summary>
    public static IReadOnlyList<string[]> Values(string kind) => Known.Value[$"values.{kind}"];

    /// <summary>Whether a text is one of the words of a kind and nothing else.</summary>
    public static bool IsValue(string kind, string text)
    {
        string[] words = [.. FieldName.Words(text)];
        return Values(kind).Any(phrase => phrase.SequenceEqual(words) || string.Concat(phrase) == string.Concat(words));
    }

    /// <summary>The longest phrase of a kind that stands in a text; empty when there is none.</summary>
    public static string LongestIn(string kind, string text)
    {
        string[] words = [.. FieldName.Words(text)];
        return Values(kind)
            .Where(phrase => FieldName.Find(words, phrase) >= 0 || (IsIdeograph(phrase[0][0]) && text.Contains(phrase[0], StringComparison.Ordinal)))
            .Select(static phrase => string.Join(' ', phrase))
            .MaxBy(static phrase => phrase.Length) ?? "";
    }

    /// <summary>Such words are written without space between.</summary>
    private static bool IsIdeograph(char c) => char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.OtherLetter;

    private static FrozenDictionary<string, IReadOnlyList<string[]>> Load()
    {
        using Stream stream = typeof(FieldWords).Assembly.GetManifestResourceStream("proposals/words.json")!;
        using JsonDocument document = JsonDocument.Parse(stream);
        return document.RootElement.EnumerateObject()
            .SelectMany(static group => group.Value.EnumerateObject(), static (group, list) => (Key: $"{group.Name}.{list.Name}", list.Value))
            .ToFrozenDictionary(
                static list => list.Key,
                static IReadOnlyList<string[]> (list) => [.. list.Value.EnumerateArray().Select(static phrase => FieldName.Words(phrase.GetString()!).ToArray())],
                StringComparer.Ordinal);
    }
}
