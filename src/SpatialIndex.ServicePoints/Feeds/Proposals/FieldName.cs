using System.Text;
using SpatialIndex.ServicePoints.Geocoding.Text;

namespace SpatialIndex.ServicePoints.Feeds.Proposals;

/// <summary>The name of a field in a sample as words: <c>X_COORDINATE</c>, <c>houseNo</c>, <c>line1</c> and <c>Code postal</c> are two each.</summary>
internal sealed class FieldName
{
    private const double Whole = 100;
    private const double WithGeneric = 90;
    private const double AtEnd = 75;
    private const double AtStart = 60;
    private const double Inside = 45;
    private const double Compound = 50;

    /// <summary>How much less a word counts that is further back in its list.</summary>
    private const double Rank = 0.1;

    private const int LeastCompound = 4;

    private readonly string[] _own;
    private readonly string[] _withParent;

    /// <param name="keys">The keys that lead to the field.</param>
    public FieldName(IReadOnlyList<string> keys)
    {
        string[][] named = [.. keys.Where(static key => !key.All(char.IsAsciiDigit)).Select(static key => Words(key).ToArray())];
        _own = named.Length > 0 ? named[^1] : [];
        _withParent = named.Length > 1 && _own.All(IsGeneric) && !named[^2].All(IsContainer) ? [.. named[^2], .. _own] : _own;
    }

    /// <summary>The words of the field alone.</summary>
    public IReadOnlyList<string> Own => _own;

    /// <summary>How well the name fits a field, 0 to 100.</summary>
    public double Fit(string field) => FieldWords.Names(field).Select((phrase, place) => Fit(phrase) - (Rank * place)).Max() is var fit && fit > 0 ? fit : 0;

    /// <summary>The words of a text in lower case, without marks on their letters.</summary>
    public static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder();
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            bool isNew = !char.IsLetterOrDigit(c)
                || (i > 0 && char.IsUpper(c) && char.IsLower(text[i - 1]))
                || (i > 0 && char.IsDigit(c) != char.IsDigit(text[i - 1]))
                || (i > 0 && char.IsUpper(c) && i + 1 < text.Length && char.IsLower(text[i + 1]) && char.IsUpper(text[i - 1]));
            if (isNew && word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }

            if (char.IsLetterOrDigit(c))
            {
                char lower = char.ToLowerInvariant(c);
                word.Append(LetterFold.Of(lower) ?? lower.ToString());
            }
        }

        if (word.Length > 0)
        {
            yield return word.ToString();
        }
    }

    /// <summary>Where the words of a phrase stand one after the other; −1 when they do not.</summary>
    public static int Find(ReadOnlySpan<string> words, ReadOnlySpan<string> phrase)
    {
        for (int start = 0; start + phrase.Length <= words.Length; start++)
        {
            if (words.Slice(start, phrase.Length).SequenceEqual(phrase))
            {
                return start;
            }
        }

        return -1;
    }

    private static bool IsGeneric(string word) => Is("generic", word);

    /// <summary>"properties.name" is a name; "city.name" is that of the city.</summary>
    private static bool IsContainer(string word) => Is("container", word);

    private static bool Is(string kind, string word) => FieldWords.Values(kind).Any(phrase => phrase is [var only] && only == word);

    private double Fit(string[] phrase)
    {
        string joined = string.Concat(phrase);
        if (string.Concat(_own) == joined || string.Concat(_withParent) == joined)
        {
            return _withParent.Length > _own.Length && string.Concat(_own) == joined ? Inside : Whole;
        }

        int place = Find(_withParent, phrase);
        if (place >= 0)
        {
            return _withParent[(place + phrase.Length)..].Concat(_withParent[..place]).All(IsGeneric) ? WithGeneric
                : place + phrase.Length == _withParent.Length ? AtEnd
                : place == 0 ? AtStart
                : Inside;
        }

        return joined.Length >= LeastCompound && _own.Length == 1 && _own[0].EndsWith(joined, StringComparison.Ordinal) ? Compound : 0;
    }
}
