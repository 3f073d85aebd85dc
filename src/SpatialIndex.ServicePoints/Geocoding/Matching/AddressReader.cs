using SpatialIndex.ServicePoints.Geocoding.Files;
using SpatialIndex.ServicePoints.Geocoding.Text;

namespace SpatialIndex.ServicePoints.Geocoding.Matching;

/// <summary>Reads addresses in every way that may be meant. The parts of an address given by parts are runs of words that are known beforehand.</summary>
internal sealed class AddressReader
{
    private readonly AreaFinder _areas;
    private readonly string[] _given;
    private readonly string[] _words;
    private readonly WordRun _codeWords;
    private readonly WordRun _localityWords;
    private readonly WordRun _numberWords;
    private readonly WordRun _streetWords;
    private readonly int _cut;

    private AddressReader(AreaFinder areas, string[] given, string[] words, WordRun code, WordRun locality, WordRun number, WordRun street, bool isCut)
    {
        _areas = areas;
        _given = given;
        _words = words;
        (_codeWords, _localityWords, _numberWords, _streetWords) = (code, locality, number, street);
        _cut = isCut ? 1 : 0;
    }

    public static AddressReader Of(GeocodingAddress address, CountryGazetteer country, AreaFinder areas)
    {
        string way = country.Way;

        // A street alone may be all that somebody had room for.
        if (address.Text is not null || (address.PostalCode is null && address.City is null))
        {
            string text = address.Text ?? $"{address.HouseNumber} {address.Street}";
            string[] given = [.. AddressText.Words(text, way, out bool isCut)];
            string[] all = WithoutCountry(given, country);
            var whole = new WordRun(0, all.Length);
            return new AddressReader(areas, given, all, whole, whole, default, whole, isCut);
        }

        List<string> words = [];
        WordRun Part(string? part)
        {
            int first = words.Count;
            words.AddRange(part is null ? [] : AddressText.Words(part, way, out _));
            return new WordRun(first, words.Count - first);
        }

        WordRun number = Part(address.HouseNumber);
        WordRun street = Part(address.Street);
        WordRun code = Part(address.PostalCode);
        WordRun locality = Part(address.City);
        string[] parts = [.. words];
        return new AddressReader(areas, parts, parts, code, locality, number, street, isCut: false);
    }

    /// <summary>All words as one key, and without the name of the country behind them, which may be part of a name. Longer keys are left out.</summary>
    public IEnumerable<string> Keys(int maxLength)
    {
        foreach (string[] words in _given == _words ? (string[][])[_words] : [_given, _words])
        {
            if (words.Sum(static word => word.Length) <= maxLength)
            {
                yield return string.Concat(words);
            }
        }
    }

    /// <summary>Whether the address is the country itself.</summary>
    public bool IsCountry(CountryGazetteer country) => country.OwnNames.Any(_words.SequenceEqual);

    /// <summary>The readings in which every name is written as the gazetteer has it, the likeliest first.</summary>
    public IEnumerable<AddressReading> Read() =>
        from code in _areas.Codes(_words, _codeWords).Append(AreaName.None)
        from locality in _areas.Localities(_words, _localityWords, code).Append(AreaName.None)
        from reading in Rest(code, locality)
        select reading;

    /// <summary>The readings in which the locality is misspelt.</summary>
    public IEnumerable<AddressReading> ReadMisspelt() =>
        from code in _areas.Codes(_words, _codeWords).Append(AreaName.None)
        from locality in _areas.Similar(_words, _localityWords, code)
        from reading in Rest(code, locality)
        select reading;

    /// <summary>The words without the name of the country behind them, unless that is all there is or part of a name.</summary>
    private static string[] WithoutCountry(string[] words, CountryGazetteer country)
    {
        foreach (IReadOnlyList<string> name in country.OwnNames)
        {
            if (words.Length > name.Count && words[^name.Count..].SequenceEqual(name))
            {
                return country.LocalityKeys.FindExact(string.Concat(words)).Count > 0 ? words : words[..^name.Count];
            }
        }

        return words;
    }

    /// <summary>Each way to see a house number and a street in the words that name no area.</summary>
    private IEnumerable<AddressReading> Rest(AreaName code, AreaName locality)
    {
        List<WordRun> free = new WordRun(0, _words.Length).Without(code.Run, locality.Run);
        if (!locality.Run.IsEmpty && free.Exists(run => run.IsBeside(locality.Run) && IsStreetWithoutName(run)))
        {
            yield break;
        }

        foreach ((HouseNumber? number, WordRun numberRun) in Numbers(free))
        {
            int unread = free.Sum(Meaning) - Meaning(numberRun) + _cut;
            foreach (WordRun run in free)
            {
                foreach (WordRun part in run.Without(numberRun, default))
                {
                    foreach (WordRun street in IsWithinStreet(part) ? Streets(part) : [])
                    {
                        yield return new AddressReading
                        {
                            Words = _words,
                            Code = code,
                            Locality = locality,
                            HouseNumber = number,
                            HouseNumberRun = numberRun,
                            Street = street,
                            Unread = unread - Meaning(street),
                        };
                    }
                }
            }

            if (number is null)
            {
                yield return new AddressReading { Words = _words, Code = code, Locality = locality, Unread = unread };
            }
        }
    }

    /// <summary>The house numbers that the words may hold, and none.</summary>
    private IEnumerable<(HouseNumber? Number, WordRun Run)> Numbers(List<WordRun> free)
    {
        if (!_numberWords.IsEmpty)
        {
            if (HouseNumber.Parse(_words.AsSpan(_numberWords.First, _numberWords.Count)) is { } given)
            {
                yield return (given, _numberWords);
            }
        }
        else
        {
            foreach (WordRun run in free.Where(IsWithinStreet))
            {
                for (int i = run.First; i < run.End; i++)
                {
                    if (!char.IsAsciiDigit(_words[i][0]))
                    {
                        continue;
                    }

                    bool isLonger = i + 1 < run.End && (HouseNumber.IsSuffix(_words[i + 1]) || char.IsAsciiDigit(_words[i + 1][0]));
                    for (int count = isLonger ? 2 : 1; count > 0; count--)
                    {
                        if (HouseNumber.Parse(_words.AsSpan(i, count)) is { } number)
                        {
                            yield return (number, new WordRun(i, count));
                        }
                    }
                }
            }
        }

        yield return (null, default);
    }

    /// <summary>A run as a street, and what is left of it from a word on that begins a street, and before a word that begins something else.</summary>
    private IEnumerable<WordRun> Streets(WordRun run)
    {
        for (int first = run.First; first < run.End; first++)
        {
            if (first > run.First && !AddressWords.IsStreetKind(_words[first]))
            {
                continue;
            }

            yield return new WordRun(first, run.End - first);
            int end = first + 1;
            while (end < run.End && !AddressWords.IsAddition(_words[end]))
            {
                end++;
            }

            if (end < run.End)
            {
                yield return new WordRun(first, end - first);
            }
        }
    }

    private bool IsWithinStreet(WordRun run) => run.First >= _streetWords.First && run.End <= _streetWords.End;

    /// <summary>Whether a run is the kind of a street and no name, so that its name was taken for an area's.</summary>
    private bool IsStreetWithoutName(WordRun run)
    {
        ReadOnlySpan<string> words = _words.AsSpan(run.First, run.Count);
        return words.ContainsAnyKind() && !words.ContainsAnyName();
    }

    /// <summary>How many words of a run carry a meaning.</summary>
    private int Meaning(WordRun run)
    {
        int count = 0;
        foreach (string word in _words.AsSpan(run.First, run.Count))
        {
            count += AddressWords.IsEmpty(word) ? 0 : 1;
        }

        return count;
    }
}
