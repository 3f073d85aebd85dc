using SpatialIndex.ServicePoints.Geocoding.Files;

namespace SpatialIndex.ServicePoints.Geocoding.Matching;

/// <summary>Looks one address up: of all its readings the match that explains most of it.</summary>
internal sealed class AddressSearch
{
    private const int MaxReadings = 120;
    private const int MaxKeys = 300_000;

    private readonly AddressMatcher _matcher;
    private readonly StreetFinder _streets;
    private readonly AddressReader _reader;
    private readonly List<AddressMatch> _others = [];
    private AddressMatch? _street;
    private AddressMatch? _area;
    private int _readings;

    private AddressSearch(CountryGazetteer country, GeocodingAddress address)
    {
        var budget = new SearchBudget(MaxKeys);
        Country = country;
        _matcher = new AddressMatcher(country);
        _streets = new StreetFinder(country, budget);
        _reader = AddressReader.Of(address, country, new AreaFinder(country, budget));
    }

    public CountryGazetteer Country { get; }

    /// <summary>The match that explains most; null when nothing of the address is known.</summary>
    public AddressMatch? Best { get; private set; }

    /// <summary>Other matches, the best first.</summary>
    public IEnumerable<AddressMatch> RunnersUp =>
        _others.Append(_street).Append(_area).OfType<AddressMatch>().Where(match => match != Best)
            .OrderByDescending(static match => match.Rank).DistinctBy(static match => (match.Street, match.Locality, match.PostalCode));

    private bool IsExplained => Foremost is { UnusedNames: 0 };

    /// <summary>The better of the street and the area that have been found so far.</summary>
    private AddressMatch? Foremost => _street is not null && _street.IsBetterThan(_area) ? _street : _area;

    /// <summary>Looks an address up.</summary>
    public static AddressSearch Run(CountryGazetteer country, GeocodingAddress address)
    {
        var search = new AddressSearch(country, address);
        search.Look();
        return search;
    }

    private void Look()
    {
        Best = _reader.Keys(Country.Regions.MaxKeyLength).Select(_matcher.InRegion).FirstOrDefault(static region => region is not null);
        if (Best is not null)
        {
            return;
        }

        // Each step allows more mistakes than the one before; none is taken once every name is explained.
        foreach ((Func<IEnumerable<AddressReading>> read, Func<AddressReading, List<StreetFinder.Candidate>> streets) in Steps())
        {
            if (!IsExplained)
            {
                Look(read(), streets);
            }
        }

        AddressMatch? best = _area is null && _reader.IsCountry(Country) ? _matcher.InCountry()
            : _street is { } street && street == Foremost ? Settle(street)
            : _area;

        // A name of several places says nothing when there is more to the address that none of them explains.
        Best = best is { Precision: GeocodingPrecision.Region, UnusedNames: > 0 } ? null : best;
    }

    /// <summary>A street, if no other explains the address as well; else what all that do have in common.</summary>
    private AddressMatch? Settle(AddressMatch street)
    {
        List<AddressMatch> rivals = _others.FindAll(other => _matcher.AreRivals(street, other));
        return rivals.TrueForAll(rival => _matcher.IsPartOfSameStreet(street, rival)) ? AddressMatcher.WholeStreet(street, rivals) : _matcher.InArea(street.Reading!.WithoutStreet());
    }

    private IEnumerable<(Func<IEnumerable<AddressReading>> Read, Func<AddressReading, List<StreetFinder.Candidate>> Streets)> Steps()
    {
        yield return (_reader.Read, _streets.Find);
        yield return (_reader.Read, _streets.FindSimilar);
        yield return (_reader.ReadMisspelt, _streets.Find);
        yield return (_reader.ReadMisspelt, _streets.FindSimilar);
    }

    private void Look(IEnumerable<AddressReading> readings, Func<AddressReading, List<StreetFinder.Candidate>> streets)
    {
        foreach (AddressReading reading in readings)
        {
            if (++_readings > MaxReadings)
            {
                return;
            }

            // A reading that cannot explain as much as is explained already has no say; one that explains as much may be a rival.
            if (Foremost is { } best && AddressMatcher.BestScore(reading) < best.Score)
            {
                continue;
            }

            if (reading.Street.IsEmpty)
            {
                AddressMatch? area = _matcher.InArea(reading);
                _area = area?.IsBetterThan(_area) == true ? area : _area;
                continue;
            }

            foreach (StreetFinder.Candidate candidate in streets(reading))
            {
                if (_matcher.OnStreet(reading, candidate) is { } match)
                {
                    Add(match);
                }
            }

            if (_street is { IsWhole: true } whole && whole.Reading == reading)
            {
                return;
            }
        }
    }

    private void Add(AddressMatch match)
    {
        if (match.IsBetterThan(_street))
        {
            (match, _street) = (_street!, match);
        }

        if (match is not null && match.Street != _street!.Street)
        {
            _others.Add(match);
        }
    }
}
