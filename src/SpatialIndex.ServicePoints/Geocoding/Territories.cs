using System.Collections.Frozen;

namespace SpatialIndex.ServicePoints.Geocoding;

/// <summary>Territories that have a country code of their own and whose addresses sources list under another country too.</summary>
internal static class Territories
{
    private static readonly FrozenDictionary<string, string> Parents =
        "GP FR, MQ FR, GF FR, RE FR, YT FR, PM FR, BL FR, MF FR, AX FI, SJ NO, PR US, VI US, GU US".Split(", ")
            .ToFrozenDictionary(static pair => pair[..2], static pair => pair[3..], StringComparer.Ordinal);

    /// <summary>The country that a territory belongs to; null for any other.</summary>
    public static string? ParentOf(string countryCode) => Parents.GetValueOrDefault(countryCode);
}
