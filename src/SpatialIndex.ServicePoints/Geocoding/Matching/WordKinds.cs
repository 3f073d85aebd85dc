using SpatialIndex.ServicePoints.Geocoding.Text;

namespace SpatialIndex.ServicePoints.Geocoding.Matching;

/// <summary>What words of an address are for.</summary>
internal static class WordKinds
{
    /// <summary>Whether one of the words is a name: no number, and more than an empty word or the kind of street that they begin with.</summary>
    public static bool ContainsAnyName(this ReadOnlySpan<string> words)
    {
        bool isFirst = true;
        foreach (string word in words)
        {
            if (char.IsAsciiDigit(word[0]))
            {
                continue;
            }

            if (!AddressWords.IsEmpty(word) && !AddressWords.IsPreposition(word) && !(isFirst && AddressWords.IsStreetKind(word)))
            {
                return true;
            }

            isFirst = false;
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
