using System.Collections.Frozen;

namespace SpatialIndex.ServicePoints.Geocoding;

/// <summary>Countries as they call themselves, for addresses.</summary>
internal static class CountryNames
{
    private static readonly FrozenDictionary<string, string> Names =
        """
        AT Österreich, BE België, BG България, CH Schweiz, CZ Česko, DE Deutschland, DK Danmark, EE Eesti, ES España, FI Suomi, FR France,
        GB United Kingdom, GP France, GR Ελλάδα, HR Hrvatska, HU Magyarország, IE Ireland, IT Italia, LT Lietuva, LU Luxembourg, LV Latvija,
        MC Monaco, NL Nederland, NO Norge, PL Polska, PT Portugal, RO România, SE Sverige, SI Slovenija, SK Slovensko, TW 臺灣, UA Україна,
        US United States
        """.Split(',', StringSplitOptions.TrimEntries)
        .ToFrozenDictionary(static name => name[..2], static name => name[3..], StringComparer.Ordinal);

    /// <summary>The name of a country; its code when the name is not known.</summary>
    public static string Of(string countryCode) => Names.GetValueOrDefault(countryCode, countryCode);
}
