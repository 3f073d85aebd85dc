using System.Collections.Frozen;
using System.Text.Json;

namespace SpatialIndex.ServicePoints.Feeds.WeeklyHours;

/// <summary>The languages in which texts of hours are understood, from <c>languages.json</c>. Safe to use from any number of threads.</summary>
internal static class HoursLanguages
{
    private const string Common = "common";

    private static readonly Lazy<FrozenDictionary<string, HoursLanguage>> Known = new(Load);

    private static readonly Lazy<IReadOnlyList<HoursLanguage>> InOrder = new(
        static () => [.. Known.Value.Values.OrderBy(static language => language.Name, StringComparer.Ordinal)]);

    /// <summary>All languages in ordinal order of their names.</summary>
    public static IReadOnlyList<HoursLanguage> All => InOrder.Value;

    /// <summary>The language of an ISO 639-1 code; null when it is not known.</summary>
    public static HoursLanguage? Find(string name) => Known.Value.GetValueOrDefault(name);

    private static FrozenDictionary<string, HoursLanguage> Load()
    {
        using Stream stream = typeof(HoursLanguages).Assembly.GetManifestResourceStream("hours/languages.json")!;
        using JsonDocument document = JsonDocument.Parse(stream);
        JsonElement common = document.RootElement.GetProperty(Common);
        return document.RootElement.EnumerateObject()
            .Where(static language => language.Name != Common)
            .Select(language => new HoursLanguage(language.Name, common, language.Value))
            .ToFrozenDictionary(static language => language.Name, StringComparer.Ordinal);
    }
}
