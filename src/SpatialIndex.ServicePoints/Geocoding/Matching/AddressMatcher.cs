using SpatialIndex.ServicePoints.Geocoding.Files;
using SpatialIndex.ServicePoints.Geocoding.Text;

namespace SpatialIndex.ServicePoints.Geocoding.Matching;

/// <summary>Follows readings of an address from the postal code to the house, as far as the gazetteer agrees.</summary>
internal sealed class AddressMatcher(CountryGazetteer country)
{
    // What a part of an address is worth, besides one for every word of a locality and a street; a word that belongs to no part costs one,
    // and so does an edit. A postal code decides against any locality.
    private const int PostalCodeWorth = 10;
    private const int LocalityWorth = 2;
    private const int NumberWorth = 1;
    private const int ContradictionCost = 3;
    private const int InsideCost = 3;

    // Lists of cities begin at so many people; who is not in them has fewer.
    private const int UnknownPopulation = 1_000;
    private const int MuchLarger = 4;

    // Two towns whose names and codes may be mixed up.
    private const double NeighborMeters = 30_000;

    private readonly HousePlacer _houses = new(country);

    /// <summary>The score of a match of a reading in which everything agrees.</summary>
    public static int BestScore(AddressReading reading) =>
        (reading.HasCode ? PostalCodeWorth : 0) + LocalityWorthOf(reading, true)
        + (reading.HouseNumber is null ? 0 : NumberWorth) + reading.Street.Count - reading.Unread - reading.Locality.Edits;

    /// <summary>A reading on a street; null when the two contradict.</summary>
    public AddressMatch? OnStreet(AddressReading reading, StreetFinder.Candidate candidate)
    {
        StreetRow street = country.Streets.Span[candidate.Street];
        bool contradictsCode = reading.HasCode && street.PostalCode != reading.Code.Code;
        bool contradictsLocality = reading.HasLocality && !reading.Locality.Localities.Contains(street.Locality);
        if ((contradictsCode && !MayHaveAnotherCode(reading, street.Locality, candidate)) || (contradictsLocality && !MayLieInAnother(reading)))
        {
            return null;
        }

        HousePlacer.Place place = _houses.Find(candidate.Street, reading.HouseNumber);
        int unused = reading.Unread + (contradictsCode ? reading.Code.Run.Count : 0) + (contradictsLocality ? reading.Locality.Run.Count : 0);
        return new AddressMatch
        {
            Reading = reading,
            PostalCode = street.PostalCode,
            Locality = street.Locality,
            Street = candidate.Street,
            HouseNumber = place.IsHouse ? reading.HouseNumber.ToString()! : "",
            Position = place.Position,
            UncertaintyMeters = place.UncertaintyMeters,
            Precision = place.IsHouse ? GeocodingPrecision.HouseNumber
                : place.UncertaintyMeters <= HousePlacer.StreetMeters ? GeocodingPrecision.Street
                : street.PostalCode >= 0 ? GeocodingPrecision.PostalCode : GeocodingPrecision.City,
            Score = (reading.HasCode && !contradictsCode ? PostalCodeWorth : 0)
                + LocalityWorthOf(reading, !contradictsLocality)
                + (place.IsKnown ? NumberWorth : 0) + reading.Street.Count
                - reading.Unread - candidate.Edits - reading.Locality.Edits - (candidate.IsWhole ? 0 : 1),
            Unused = unused + (place.IsKnown ? 0 : reading.HouseNumberRun.Count),
            UnusedNames = unused,
            StreetEdits = candidate.Edits,
            Edits = candidate.Edits + (contradictsLocality ? 0 : reading.Locality.Edits),
            IsDoubtful = contradictsCode || contradictsLocality || reading.Code.IsWider,
        };
    }

    /// <summary>The postal code and locality of a reading; null when there is none.</summary>
    public AddressMatch? InArea(AddressReading reading)
    {
        if (!reading.HasCode && !reading.HasLocality)
        {
            return null;
        }

        int code = reading.Code.Code;
        int[] localities = [.. reading.Locality.Localities.Where(locality => code < 0 || country.IsOf(locality, code))];
        bool contradicts = reading.HasLocality && localities.Length == 0;
        double apart = code >= 0 || localities.Length < 2 ? 0 : Apart(localities);
        bool isLocality = localities.Length > 0 && (code < 0 || country.Localities.Span[localities[0]].RadiusMeters < country.PostalCodes.Span[code].RadiusMeters);
        int unused = reading.Unread + (contradicts ? reading.Locality.Run.Count : 0);
        int radius = isLocality ? country.Localities.Span[localities[0]].RadiusMeters : country.PostalCodes.Span[code].RadiusMeters;
        return new AddressMatch
        {
            Reading = reading,
            PostalCode = code,
            Locality = localities.Length > 0 ? localities[0] : country.LocalitiesOf(country.PostalCodes.Span[code]) is [var first, ..] ? first : -1,
            Position = isLocality ? country.PositionOf(PlaceKind.Locality, localities[0]) : country.PositionOf(PlaceKind.PostalCode, code),
            UncertaintyMeters = Math.Max(radius, apart),
            Precision = code >= 0 ? GeocodingPrecision.PostalCode : apart > radius ? GeocodingPrecision.Region : GeocodingPrecision.City,
            Score = (code >= 0 ? PostalCodeWorth : 0) + LocalityWorthOf(reading, !contradicts) - reading.Unread - reading.Locality.Edits,
            Unused = unused,
            UnusedNames = unused,
            Edits = contradicts ? 0 : reading.Locality.Edits,
            IsDoubtful = contradicts || reading.Code.IsWider || apart > radius,
        };
    }

    /// <summary>The country as a whole; null when nothing is known of it.</summary>
    public AddressMatch? InCountry() => Among(Enumerable.Range(0, country.Localities.Length), "");

    /// <summary>The region of a name; null when there is none.</summary>
    public AddressMatch? InRegion(string key) =>
        country.Regions.LocalitiesOf(key) is [var first, ..] localities ? Among(localities, country.TextAt(country.Localities.Span[first].Region)) : null;

    /// <summary>Whether two streets explain an address so equally well, and lie so far apart, that neither is the answer.</summary>
    public bool AreRivals(AddressMatch best, AddressMatch other)
    {
        // That only one of them has the number does not decide where something contradicts, or without locality where the other may have it too.
        bool isNumberDecisive = !best.IsDoubtful && (best.Reading!.HasLocality || !MayHave(other.Street, best.Reading.HouseNumber));
        return (!best.IsBetterThan(other) || (!isNumberDecisive && best.Score - other.Score <= NumberWorth && best.Edits == other.Edits))
            && Haversine.DistanceMeters(best.Position, other.Position)
                > (best.Precision == GeocodingPrecision.HouseNumber ? HousePlacer.HouseMeters : HousePlacer.StreetMeters);
    }

    /// <summary>Whether two matches are parts of one street, which lie in different postal codes.</summary>
    public bool IsPartOfSameStreet(AddressMatch one, AddressMatch other) =>
        one.Locality == other.Locality && country.Streets.Span[one.Street].Name == country.Streets.Span[other.Street].Name;

    /// <summary>A street with its parts in other postal codes.</summary>
    public static AddressMatch WholeStreet(AddressMatch street, List<AddressMatch> parts)
    {
        double uncertainty = parts.Aggregate(
            street.UncertaintyMeters, (reach, part) => Math.Max(reach, Haversine.DistanceMeters(street.Position, part.Position) + part.UncertaintyMeters));
        return parts.Count == 0 ? street : street with
        {
            UncertaintyMeters = uncertainty,
            HouseNumber = "",
            PostalCode = -1,
            Precision = uncertainty <= HousePlacer.StreetMeters ? GeocodingPrecision.Street : GeocodingPrecision.City,
        };
    }

    private AddressMatch? Among(IEnumerable<int> localities, string region) => country.Extent(localities) is not var (position, radius) ? null : new AddressMatch
    {
        Region = region,
        Position = position,
        UncertaintyMeters = radius,
        Precision = GeocodingPrecision.Region,
    };

    /// <summary>The words of a locality are worth more than the same words as a street.</summary>
    private static int LocalityWorthOf(AddressReading reading, bool agrees) =>
        !reading.HasLocality ? 0
        : !agrees ? -ContradictionCost
        : LocalityWorth + reading.Locality.Run.Count - (reading.Locality.IsInside ? InsideCost : 0);

    /// <summary>A city has streets of other codes than the one that is given; towns near each other are mixed up.</summary>
    private bool MayHaveAnotherCode(AddressReading reading, int locality, StreetFinder.Candidate candidate) =>
        country.IsOf(locality, reading.Code.Code)
        || (candidate.Edits == 0 && reading.Locality.Edits == 0
            && Haversine.DistanceMeters(country.PositionOf(PlaceKind.Locality, locality), country.PositionOf(PlaceKind.PostalCode, reading.Code.Code)) <= NeighborMeters);

    /// <summary>A locality of the postal code whose streets are known has no others.</summary>
    private bool MayLieInAnother(AddressReading reading) =>
        !reading.Locality.Localities.Any(locality => country.IsOf(locality, reading.Code.Code) && country.Localities.Span[locality].StreetCount > 0);

    /// <summary>Whether a street has the numbers before and behind one on its side, so that a source may just have missed it.</summary>
    private bool MayHave(int street, HouseNumber? number)
    {
        bool hasBefore = false;
        bool hasBehind = false;
        foreach (HouseRow house in country.HousesOf(country.Streets.Span[street]))
        {
            hasBefore |= number is { } asked && house.Number == asked.Number - 2;
            hasBehind |= number is { } wanted && house.Number == wanted.Number + 2;
        }

        return hasBefore && hasBehind;
    }

    /// <summary>How far the other places of a name lie from the likeliest; 0 when that is so much larger that it must be meant.</summary>
    private double Apart(int[] localities)
    {
        GeoPoint position = country.PositionOf(PlaceKind.Locality, localities[0]);
        double apart = 0;
        foreach (int other in localities.AsSpan(1))
        {
            if ((long)PopulationOf(other) * MuchLarger >= PopulationOf(localities[0]))
            {
                apart = Math.Max(apart, Haversine.DistanceMeters(position, country.PositionOf(PlaceKind.Locality, other)) + country.Localities.Span[other].RadiusMeters);
            }
        }

        return apart;
    }

    private int PopulationOf(int locality) => Math.Max(UnknownPopulation, country.Localities.Span[locality].Population);
}
