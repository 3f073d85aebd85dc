using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Geocoding.Sources;

/// <summary>The country of a file of OpenAddresses, which lays them out as <c>country/place</c> and <c>country/region/place</c>.</summary>
internal static class OpenAddressesPath
{
    private const int CodeLength = 2;

    /// <summary>
    /// The country by the folders of a file, else by the first two letters of its name if no letter follows them; null when neither is one.
    /// </summary>
    public static string? CountryOf(string path)
    {
        string[] parts = path.Split('/', '\\');
        string name = parts[^1];
        string folder = parts.Length > 1 ? parts[^2] : "";
        string folderAbove = parts.Length > 2 && IsCode(folder) ? parts[^3] : "";
        bool isCodeOfName = name.Length >= CodeLength && (name.Length == CodeLength || !char.IsLetter(name[CodeLength]));
        return CountryCode.Normalize(folderAbove) ?? CountryCode.Normalize(folder) ?? (isCodeOfName ? CountryCode.Normalize(name.AsSpan(0, CodeLength)) : null);
    }

    private static bool IsCode(string text) => text.Length == CodeLength && text.All(char.IsAsciiLetter);
}
