using System.Collections.Frozen;

namespace SpatialIndex.ServicePoints.Geocoding;

/// <summary>Countries as they call themselves, for addresses.</summary>
internal static class CountryNames
{
    // Each is the code, the name in the country, and the English one where that is another.
    private static readonly FrozenDictionary<string, string[]> Names =
        """
        AD Andorra, AT Österreich/Austria, BE België/Belgium/Belgique, BG България/Bulgaria, BR Brasil/Brazil, CA Canada, CH Schweiz/Switzerland/Suisse/Svizzera,
        CY Κύπρος/Cyprus, CZ Česko/Czechia/Czech Republic/Česká republika, DE Deutschland/Germany, DK Danmark/Denmark, EE Eesti/Estonia, ES España/Spain,
        FI Suomi/Finland, FR France, GB United Kingdom/Great Britain/UK, GF Guyane/French Guiana, GP Guadeloupe, GR Ελλάδα/Greece, HR Hrvatska/Croatia,
        HU Magyarország/Hungary, IE Ireland, IS Ísland/Iceland, IT Italia/Italy, LI Liechtenstein, LT Lietuva/Lithuania, LU Luxembourg, LV Latvija/Latvia, MC Monaco,
        MQ Martinique, MT Malta, NL Nederland/Netherlands/The Netherlands/Holland, NO Norge/Norway, PL Polska/Poland, PT Portugal, RE La Réunion/Réunion, RO România/Romania,
        RS Srbija/Serbia, SE Sverige/Sweden, SI Slovenija/Slovenia, SK Slovensko/Slovakia, TR Türkiye/Turkey, TW 臺灣/Taiwan/台灣, UA Україна/Ukraine,
        US United States/USA, YT Mayotte
        """.Split(',', StringSplitOptions.TrimEntries)
        .ToFrozenDictionary(static names => names[..2], static names => names[3..].Split('/'), StringComparer.Ordinal);

    /// <summary>The name of a country; its code when the name is not known.</summary>
    public static string Of(string countryCode) => AllOf(countryCode)[0];

    /// <summary>The names of a country, in its language first; its code when they are not known.</summary>
    public static IReadOnlyList<string> AllOf(string countryCode) => Names.TryGetValue(countryCode, out string[]? names) ? names : [countryCode];
}
