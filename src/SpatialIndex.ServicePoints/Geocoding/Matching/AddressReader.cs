using SpatialIndex.ServicePoints.Geocoding.Files;
using SpatialIndex.ServicePoints.Geocoding.Text;

namespace SpatialIndex.ServicePoints.Geocoding.Matching;

/// <summary>Reads addresses: free text in every way that may be meant, parts in the one way that is given.</summary>
internal sealed class AddressReader(CountryGazetteer country, string way)
{
    private const int MaxCodeWords = 3;
    private const int MaxLocalityWords = 7;
    private const int MaxPlaces = 6;
    private const int MaxLocalities = 200;
    private const int MaxSimilarWords = 4;

    /// <summary>A run of words that names a postal code or localities.</summary>
    private sealed record Span(int First, int Count)
    {
        public static Span None { get; } = new(0, 0);

        public int Code { get; init; } = -1;

        public bool IsWider { get; init; }

        public List<int> Localities { get; init; } = [];

        public int Edits { get; init; }

        public bool Overlaps(Span other) => First < other.First + other.Count && other.First < First + Count;

        public bool Covers(int word) => word >= First && word < First + Count;
    }

    /// <summary>The readings of an address in which every name is written as the gazetteer has it, the likeliest first.</summary>
    public IEnumerable<AddressReading> Read(GeocodingAddress address) => address.Text is { } text ? OfText(text) : OfParts(address);

    /// <summary>The readings of an address in which the locality is misspelt.</summary>
    public IEnumerable<AddressReading> ReadMisspelt(GeocodingAddress address) => address.Text is { } text ? OfMisspeltText(text) : [];

    private IEnumerable<AddressReading> OfText(string text)
    {
        string[] words = [.. AddressText.Words(text, way, out bool isCut)];
        Span[] codes = [.. Codes(words), Span.None];
        Span[] exact = [.. Localities(words)];
        foreach (Span code in codes)
        {
            Span[] localities = [.. exact.Where(span => !span.Overlaps(code))
                .OrderByDescending(span => code.Code >= 0 && span.Localities.Any(l => IsOf(l, code.Code)))
                .ThenByDescending(span => code.Code >= 0 ? span.First == code.First + code.Count : span.First + span.Count == words.Length)
                .ThenByDescending(static span => span.Count).ThenByDescending(static span => span.First).Take(MaxPlaces)];
            foreach (Span locality in localities.Append(Span.None))
            {
                foreach (AddressReading reading in Rest(words, code, locality, isCut))
                {
                    yield return reading;
                }
            }
        }
    }

    private IEnumerable<AddressReading> OfMisspeltText(string text)
    {
        string[] words = [.. AddressText.Words(text, way, out bool isCut)];
        return Codes(words).Append(Span.None)
            .SelectMany(code => SimilarLocalities(words, code).SelectMany(locality => Rest(words, code, locality, isCut)));
    }

    private IEnumerable<AddressReading> OfParts(GeocodingAddress address)
    {
        string[] street = Words(address.Street);
        string[] number = Words(address.HouseNumber);
        string[] city = Words(address.City);
        Span code = address.PostalCode is { } postal ? CodeOf(0, 1, PostalCodeText.Key(postal, country.Code)) ?? Span.None : Span.None;
        Span locality = city.Length == 0 ? Span.None : LocalityOf(city, 0, city.Length) ?? Similar(city, 0, city.Length) ?? Span.None;
        int unread = (address.PostalCode is not null && code.Code < 0 ? 1 : 0) + (locality.Localities.Count == 0 ? city.Length : 0);
        if (number.Length > 0)
        {
            HouseNumber? parsed = HouseNumber.Parse(number);
            yield return Reading(code, locality) with
            {
                Street = street,
                HouseNumber = parsed,
                HouseNumberWords = parsed is null ? 0 : number.Length,
                Unread = unread + (parsed is null ? number.Length : 0),
            };
            yield break;
        }

        foreach (AddressReading reading in Numbered(street, Reading(code, locality)))
        {
            yield return reading with { Unread = unread };
        }
    }

    private static AddressReading Reading(Span code, Span locality) => new()
    {
        PostalCode = code.Code,
        PostalCodeWords = code.Count,
        IsWider = code.IsWider,
        Localities = locality.Localities,
        LocalityWords = locality.Localities.Count == 0 ? 0 : locality.Count,
        LocalityEdits = locality.Edits,
    };

    private static IEnumerable<AddressReading> Rest(string[] words, Span code, Span locality, bool isCut)
    {
        string[] rest = [.. words.Where((_, i) => !code.Covers(i) && !locality.Covers(i))];
        return Numbered(rest, Reading(code, locality) with { Unread = isCut ? 1 : 0 });
    }

    /// <summary>The words of a street with each number in them as the house number, and with none.</summary>
    private static IEnumerable<AddressReading> Numbered(string[] words, AddressReading reading)
    {
        for (int i = 0; i < words.Length; i++)
        {
            if (!char.IsAsciiDigit(words[i][0]))
            {
                continue;
            }

            int most = 1;
            if (i + 1 < words.Length && (HouseNumber.IsSuffix(words[i + 1]) || char.IsAsciiDigit(words[i + 1][0])))
            {
                most = 2;
            }

            for (int count = most; count > 0; count--)
            {
                if (HouseNumber.Parse(words.AsSpan(i, count)) is { } number)
                {
                    yield return reading with
                    {
                        HouseNumber = number,
                        HouseNumberWords = count,
                        Street = [.. words[..i], .. words[(i + count)..]],
                    };
                }
            }
        }

        yield return reading with { Street = words };
    }

    private string[] Words(string? text) => text is null ? [] : [.. AddressText.Words(text, way, out _)];

    private IEnumerable<Span> Codes(string[] words)
    {
        for (int count = Math.Min(MaxCodeWords, words.Length); count > 0; count--)
        {
            for (int first = words.Length - count; first >= 0; first--)
            {
                string key = PostalCodeText.Key(string.Concat(words.AsSpan(first, count)), country.Code);
                if (key.Length > 0 && CodeOf(first, count, key) is { } span)
                {
                    yield return span;
                }
            }
        }
    }

    private Span? CodeOf(int first, int count, string key)
    {
        var targets = new List<int>();
        country.PostalCodeKeys.FindExact(key, targets);
        bool isWider = false;
        if (targets.Count == 0 && PostalCodeText.WiderKey(key, country.Code) is { } wider)
        {
            country.PostalCodeKeys.FindExact(wider, targets);
            isWider = true;
        }

        return targets.Count == 0 ? null : new Span(first, count) { Code = targets[0], IsWider = isWider };
    }

    private IEnumerable<Span> Localities(string[] words)
    {
        for (int count = Math.Min(MaxLocalityWords, words.Length); count > 0; count--)
        {
            for (int first = words.Length - count; first >= 0; first--)
            {
                // The words of streets are names of places too.
                bool isName = count == words.Length || words.AsSpan(first, count).ToArray().Any(static word => !AddressWords.IsEmpty(word) && !AddressWords.IsStreetKind(word));
                if (isName && LocalityOf(words, first, count) is { } span)
                {
                    yield return span;
                }
            }
        }
    }

    private Span? LocalityOf(string[] words, int first, int count)
    {
        var targets = new List<int>();
        country.LocalityKeys.FindExact(string.Concat(words.AsSpan(first, count)), targets);
        return targets.Count == 0 ? null : new Span(first, count) { Localities = Largest(targets) };
    }

    private IEnumerable<Span> SimilarLocalities(string[] words, Span code)
    {
        var places = new HashSet<(int First, int Count)>();
        if (code.Code >= 0)
        {
            for (int count = 1; count <= MaxLocalityWords; count++)
            {
                for (int first = 0; first + count <= words.Length; first++)
                {
                    places.Add((first, count));
                }
            }
        }
        else
        {
            // At the end and at the beginning: where localities stand.
            for (int count = 1; count <= Math.Min(MaxSimilarWords, words.Length); count++)
            {
                places.Add((words.Length - count, count));
                places.Add((0, count));
            }
        }

        string[] names = code.Code < 0 ? [] : [.. country.LocalitiesOf(country.PostalCodes.Span[code.Code]).ToArray().Select(locality => KeyOf(locality))];
        return places.Where(place => !new Span(place.First, place.Count).Overlaps(code))
            .Select(place => code.Code < 0 ? Similar(words, place.First, place.Count) : SimilarOf(code.Code, names, words, place.First, place.Count))
            .OfType<Span>();
    }

    private string KeyOf(int locality) => AddressText.Key(country.NameOf(country.Localities.Span[locality]), way);

    /// <summary>Localities of a postal code whose names are misspelt.</summary>
    private Span? SimilarOf(int code, string[] names, string[] words, int first, int count)
    {
        string key = string.Concat(words.AsSpan(first, count));
        int best = EditDistance.Allowed(key.Length);
        ReadOnlySpan<int> localities = country.LocalitiesOf(country.PostalCodes.Span[code]);
        int found = -1;
        for (int i = 0; i < names.Length && best > 0; i++)
        {
            int edits = EditDistance.Compute(key, names[i], best);
            if (edits <= best && (found < 0 || edits < best))
            {
                (found, best) = (localities[i], edits);
            }
        }

        return found < 0 ? null : new Span(first, count) { Localities = [found], Edits = best };
    }

    private Span? Similar(string[] words, int first, int count)
    {
        string key = string.Concat(words.AsSpan(first, count));
        int allowed = EditDistance.Allowed(key.Length);
        if (allowed == 0 || key.Length > KeyTable.MaxKeyLength)
        {
            return null;
        }

        var rows = new List<int>();
        int edits = country.LocalityKeys.FindSimilar(key, allowed, 0, country.LocalityKeys.Rows.Length, rows);
        return rows.Count == 0 ? null : new Span(first, count)
        {
            Localities = Largest(rows.Select(row => country.LocalityKeys.RowAt(row).Target)),
            Edits = edits,
        };
    }

    private bool IsOf(int locality, int code) => country.LocalitiesOf(country.PostalCodes.Span[code]).Contains(locality);

    private List<int> Largest(IEnumerable<int> localities) =>
        [.. localities.Distinct().OrderByDescending(l => country.Localities.Span[l].Population).ThenByDescending(l => country.Localities.Span[l].StreetCount).Take(MaxLocalities)];
}
