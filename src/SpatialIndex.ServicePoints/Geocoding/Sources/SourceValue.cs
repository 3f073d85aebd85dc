using System.Globalization;

namespace SpatialIndex.ServicePoints.Geocoding.Sources;

/// <summary>Reads the values of sources.</summary>
internal static class SourceValue
{
    /// <summary>A position in degrees; null when it is none, or 0, 0, where nothing is.</summary>
    public static GeoPoint? Position(string latitude, string longitude) =>
        Number(latitude) is { } north and >= -90 and <= 90 && Number(longitude) is { } east and >= -180 and <= 180 && (north != 0 || east != 0)
            ? new GeoPoint { Latitude = north, Longitude = east }
            : null;

    /// <summary>A country code in upper case; null when the text is none. Codes that are not assigned, such as Kosovo's, are in use.</summary>
    public static string? Country(string text) =>
        text.Length == 2 && char.IsAsciiLetter(text[0]) && char.IsAsciiLetter(text[1]) ? text.ToUpperInvariant() : null;

    /// <summary>A number that counts something; 0 when the text is none.</summary>
    public static int Count(string text) => (int)Math.Clamp(Number(text) ?? 0, 0, int.MaxValue);

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) ? number : null;
}
