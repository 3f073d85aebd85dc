using SpatialIndex.ServicePoints.Geocoding.Text;

namespace SpatialIndex.ServicePoints.Geocoding.Matching;

/// <summary>What words of an address are for.</summary>
internal static class WordKinds
{
    /// <summary>Whether one of the words is a name: no number, and more than a kind of street or an empty word.</summary>
    public static bool ContainsAnyName(this ReadOnlySpan<string> words)
    {
        foreach (string word in words)
        {
            if (!AddressWords.IsEmpty(word) && !AddressWords.IsStreetKind(word) && !char.IsAsciiDigit(word[0]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether one of the words is a kind of street.</summary>
    public static bool ContainsAnyKind(this ReadOnlySpan<string> words)
    {
        foreach (string word in words)
        {
            if (AddressWords.IsStreetKind(word))
            {
                return true;
            }
        }

        return false;
    }
}
