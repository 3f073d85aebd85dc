using System.Collections.Frozen;

namespace SpatialIndex.ServicePoints.Feeds;

/// <summary>
/// Territories that have an ISO 3166-1 code of their own and postal codes of a country's system, under which feeds and gazetteers often list them.
/// </summary>
internal static class Territories
{
    private const int MaxPrefix = 5;

    // Country, territory and the prefixes of its postal codes; the longest prefix decides.
    private static readonly string[][] All =
    [
        .. new[]
        {
            "FR GP 971", "FR MQ 972", "FR GF 973", "FR RE 974", "FR PM 975", "FR YT 976", "FR BL 977 97133", "FR MF 978 97150", "FR MC 980",
            "FR TF 984", "FR WF 986", "FR PF 987", "FR NC 988",
            "FI AX 22", "NO SJ 917", "DK GL 39", "DK FO FO",
            "GB GG GY", "GB JE JE", "GB IM IM", "GB GI GX11",
            "US PR 006 007 009", "US VI 008", "US GU 96910 96912 96913 96914 96915 96916 96917 96919 96921 96923 96928 96929 96931 96932", "US MP 96950 96951 96952",
            "US AS 96799",
        }.Select(static line => line.Split(' ')),
    ];

    private static readonly FrozenDictionary<(string Country, string Prefix), string> ByPostalCode = All
        .SelectMany(static words => words.Skip(2), static (words, prefix) => (Key: (words[0], prefix), Territory: words[1]))
        .ToFrozenDictionary(static entry => entry.Key, static entry => entry.Territory);

    private static readonly FrozenDictionary<string, string> Parents = All.ToFrozenDictionary(static words => words[1], static words => words[0], StringComparer.Ordinal);

    /// <summary>The country under which a territory's addresses are listed too; null for a code of none.</summary>
    public static string? ParentOf(string territoryCode) => Parents.GetValueOrDefault(territoryCode);

    /// <summary>The code of the territory that a postal code of a country is in; null when it is in none.</summary>
    public static string? At(string countryCode, string postalCode)
    {
        string code = postalCode.ToUpperInvariant();
        for (int length = Math.Min(MaxPrefix, code.Length); length > 0; length--)
        {
            if (ByPostalCode.TryGetValue((countryCode, code[..length]), out string? territory))
            {
                return territory;
            }
        }

        return null;
    }
}
