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

    public AddressSearch(CountryGazetteer country, string way, GeocodingAddress address)
    {
        var budget = new SearchBudget(MaxKeys);
        _matcher = new AddressMatcher(country);
        _streets = new StreetFinder(country, way, budget);
        _reader = AddressReader.Of(address, way, new AreaFinder(country, way, budget));
    }

    /// <summary>Streets that explain the address less well than the one that was found, in the order they were looked at.</summary>
    public IReadOnlyList<AddressMatch> Others => _others;

    /// <summary>The best match; null when nothing of the address is known.</summary>
    public AddressMatch? Run()
    {
        Look(_reader.Read(), _streets.Find);
        if (!IsExplained)
        {
            Look(_reader.Read(), _streets.FindSimilar);
        }

        if (!IsExplained)
        {
            Look(_reader.ReadMisspelt(), _streets.Find);
        }

        if (!IsExplained)
        {
            Look(_reader.ReadMisspelt(), _streets.FindSimilar);
        }

        if (_street is not { } street || !street.IsBetterThan(_area))
        {
            return _area;
        }

        return _others.Any(other => _matcher.AreRivals(street, other)) ? _matcher.InArea(street.Reading!) : street;
    }

    /// <summary>Whether every name in the address has been found.</summary>
    private bool IsExplained => Best is { UnusedNames: 0 };

    private AddressMatch? Best => _street is not null && _street.IsBetterThan(_area) ? _street : _area;

    private void Look(IEnumerable<AddressReading> readings, Func<AddressReading, List<StreetFinder.Candidate>> streets)
    {
        foreach (AddressReading reading in readings)
        {
            if (++_readings > MaxReadings)
            {
                return;
            }

            // A reading that cannot explain as much as is explained already has no say; one that explains as much may be a rival.
            if (Best is { } best && AddressMatcher.BestScore(reading) < best.Score)
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
