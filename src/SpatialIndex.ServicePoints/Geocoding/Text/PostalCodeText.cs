namespace SpatialIndex.ServicePoints.Geocoding.Text;

/// <summary>Postal codes as keys: letters and digits only, without the country before them.</summary>
internal static class PostalCodeText
{
    /// <summary>No postal code of the world has more letters and digits.</summary>
    public const int MaxLength = 10;

    /// <summary>The key of a postal code; empty when it is none.</summary>
    public static string Key(string code, string countryCode)
    {
        string key = string.Concat(AddressText.Words(code, "", out _));
        string prefix = countryCode.ToLowerInvariant();
        foreach (string before in (ReadOnlySpan<string>)[prefix, prefix[..1]])
        {
            if (countryCode is not ("GB" or "IE" or "NL" or "CA") && key.Length > before.Length && key.StartsWith(before, StringComparison.Ordinal) && char.IsAsciiDigit(key[before.Length]))
            {
                key = key[before.Length..];
                break;
            }
        }

        return key.Length <= MaxLength && key.AsSpan().ContainsAnyInRange('0', '9') ? key : "";
    }

    /// <summary>The key of the wider area that a postal code lies in, where gazetteers often hold only that: Dutch digits, British outward codes; null elsewhere.</summary>
    public static string? WiderKey(string key, string countryCode) => countryCode switch
    {
        "NL" when key.Length == 6 && key.AsSpan(0, 4).IndexOfAnyExceptInRange('0', '9') < 0 && char.IsAsciiLetter(key[4]) && char.IsAsciiLetter(key[5]) => key[..4],
        "GB" when key.Length is >= 5 and <= 7 && char.IsAsciiDigit(key[^3]) && char.IsAsciiLetter(key[^1]) && char.IsAsciiLetter(key[^2]) => key[..^3],
        _ => null,
    };
}
