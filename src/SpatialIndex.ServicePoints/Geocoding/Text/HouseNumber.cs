namespace SpatialIndex.ServicePoints.Geocoding.Text;

/// <summary>A house number as it is compared.</summary>
/// <param name="Number">The number; of a range, the first.</param>
/// <param name="Suffix">What follows it, in plain lower-case letters without space; empty when nothing does.</param>
internal readonly record struct HouseNumber(int Number, string Suffix)
{
    private const int MaxDigits = 5;

    /// <summary>How the number is written in an address.</summary>
    public override string ToString() => Suffix.Length > 1 && char.IsAsciiLetter(Suffix[0]) ? $"{Number} {Suffix}" : $"{Number}{Suffix}";

    /// <summary>Reads a house number from the words that it is made of; null when they are none.</summary>
    public static HouseNumber? Parse(ReadOnlySpan<string> words)
    {
        if (words.Length == 0)
        {
            return null;
        }

        string first = words[0];
        int digits = 0;
        while (digits < first.Length && char.IsAsciiDigit(first[digits]))
        {
            digits++;
        }

        if (digits is 0 or > MaxDigits || int.Parse(first.AsSpan(0, digits), System.Globalization.CultureInfo.InvariantCulture) is not (var number and <= ushort.MaxValue))
        {
            return null;
        }

        string suffix = first[digits..];
        foreach (string word in words[1..])
        {
            suffix += char.IsAsciiDigit(word[0]) ? $"-{word}" : word;
        }

        return suffix.Length > 12 ? null : new HouseNumber(number, suffix);
    }

    /// <summary>Whether a word may follow a number as its suffix.</summary>
    public static bool IsSuffix(string word) => word is "bis" or "ter" or "quater" || (word.Length == 1 && char.IsAsciiLetter(word[0]));
}
