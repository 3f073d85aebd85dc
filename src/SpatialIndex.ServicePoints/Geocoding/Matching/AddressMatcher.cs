using SpatialIndex.ServicePoints.Geocoding.Files;
using SpatialIndex.ServicePoints.Geocoding.Sources;
using SpatialIndex.ServicePoints.Geocoding.Text;

namespace SpatialIndex.ServicePoints.Geocoding.Matching;

/// <summary>Follows a reading of an address from the postal code to the house, as far as the gazetteer agrees.</summary>
internal sealed class AddressMatcher(CountryGazetteer country, string way)
{
    /// <summary>What a claim promises: the place is no farther than this from the position.</summary>
    private const int HouseMeters = 50;
    private const int StreetMeters = 300;

    // Half the width of a street and the depth of its houses; how far it may go on behind the last house that is known.
    private const int BesideStreetMeters = 40;
    private const int BeyondStreetMeters = 120;

    // What a part of an address is worth; a word that belongs to none costs one, and so does an edit.
    private const int PostalCodeWorth = 6;
    private const int LocalityWorth = 3;
    private const int NumberWorth = 1;

    private readonly StreetFinder _streets = new(country, way);

    /// <summary>The score of a match of a reading in which everything agrees.</summary>
    public static int BestScore(AddressReading reading) =>
        Worth(PostalCodeWorth, reading.PostalCode >= 0, true)
        + Worth(LocalityWorth, reading.Localities.Count > 0, true)
        + (reading.HouseNumber is null ? 0 : NumberWorth)
        + reading.Street.Count - reading.Unread - reading.LocalityEdits;

    /// <summary>The best match of a reading; null when it leads nowhere.</summary>
    public AddressMatch? Match(AddressReading reading)
    {
        AddressMatch? area = Area(reading);
        AddressMatch? best = null;
        AddressMatch? second = null;
        foreach (StreetFinder.Candidate candidate in _streets.Find(reading))
        {
            AddressMatch match = OnStreet(reading, candidate);
            if (match.IsBetterThan(best))
            {
                (best, second) = (match, best);
            }
            else if (match.IsBetterThan(second))
            {
                second = match;
            }
        }

        // Two streets that explain the address equally well and lie apart are no answer. That only one of them has
        // the number does not decide where something contradicts, or without locality where the other may have it too.
        if (best is not null && second is not null
            && (!best.IsBetterThan(second) || (best.Score - second.Score <= NumberWorth && (best.IsDoubtful || (reading.Localities.Count == 0 && MayHave(second.Street, reading.HouseNumber)))))
            && Haversine.DistanceMeters(best.Position, second.Position) > (best.Precision == GeocodingPrecision.HouseNumber ? HouseMeters : StreetMeters))
        {
            best = null;
        }

        return best is not null && best.IsBetterThan(area) ? best : area;
    }

    private AddressMatch OnStreet(AddressReading reading, StreetFinder.Candidate candidate)
    {
        StreetRow street = country.Streets.Span[candidate.Street];
        bool contradictsCode = reading.PostalCode >= 0 && street.PostalCode != reading.PostalCode;
        bool contradictsLocality = reading.Localities.Count > 0 && !reading.Localities.Contains(street.Locality);
        int wrong = (contradictsCode ? reading.PostalCodeWords : 0) + (contradictsLocality ? reading.LocalityWords : 0);

        GeoPoint position = country.PositionOf(PlaceKind.Street, candidate.Street);
        double uncertainty = street.RadiusMeters + BesideStreetMeters + UnknownReach(street);
        bool isHouse = false;
        if (reading.HouseNumber is { } number)
        {
            uncertainty = street.RadiusMeters + BeyondStreetMeters + UnknownReach(street);
            isHouse = PlaceHouse(street, number, ref position, ref uncertainty);
        }

        int unused = reading.Unread + candidate.LeftOut + wrong + (isHouse ? 0 : reading.HouseNumberWords);
        return new AddressMatch
        {
            PostalCode = street.PostalCode,
            Locality = street.Locality,
            Street = candidate.Street,
            HouseNumber = isHouse ? reading.HouseNumber.ToString()! : "",
            Position = position,
            UncertaintyMeters = uncertainty,
            Precision = isHouse && uncertainty <= HouseMeters ? GeocodingPrecision.HouseNumber
                : uncertainty <= StreetMeters ? GeocodingPrecision.Street
                : street.PostalCode >= 0 ? GeocodingPrecision.PostalCode : GeocodingPrecision.City,
            Score = Worth(PostalCodeWorth, reading.PostalCode >= 0, !contradictsCode)
                + Worth(LocalityWorth, reading.Localities.Count > 0, !contradictsLocality)
                + (isHouse ? NumberWorth : 0)
                + reading.Street.Count - (2 * candidate.LeftOut) - reading.Unread - candidate.Edits - reading.LocalityEdits,
            Unused = unused,
            UnusedNames = unused - (isHouse ? 0 : reading.HouseNumberWords),
            Edits = candidate.Edits + (contradictsLocality ? 0 : reading.LocalityEdits),
            IsDoubtful = wrong > 0 || (reading.IsWider && !contradictsCode),
        };
    }

    /// <summary>Finds a house, or the place between its neighbours of its side; returns whether the house itself is known.</summary>
    private bool PlaceHouse(StreetRow street, HouseNumber asked, ref GeoPoint position, ref double uncertainty)
    {
        ReadOnlySpan<HouseRow> houses = country.HousesOf(street);
        int below = -1;
        int above = -1;
        int same = -1;
        int exact = -1;
        double spread = 0;
        for (int i = 0; i < houses.Length; i++)
        {
            HouseRow house = houses[i];
            if (house.Number == asked.Number)
            {
                same = same < 0 ? i : same;
                if (country.TextAt(country.Suffixes.Span[house.Suffix]) == asked.Suffix)
                {
                    spread = exact < 0 ? 0 : Math.Max(spread, Haversine.DistanceMeters(At(street, exact), At(street, i)));
                    exact = exact < 0 ? i : exact;
                }
            }
            else if ((house.Number & 1) == (asked.Number & 1))
            {
                below = house.Number < asked.Number ? i : below;
                above = house.Number > asked.Number && above < 0 ? i : above;
            }
        }

        // "12-14" is at 12 when it is not known as a whole.
        if (exact < 0 && same >= 0 && asked.Suffix.StartsWith('-'))
        {
            exact = same;
        }

        if (exact >= 0)
        {
            position = At(street, exact);
            bool isTrusted = street.Source != GazetteerSourceKind.ServicePoints && spread <= HouseMeters;
            uncertainty = isTrusted ? HouseMeters : Math.Max(spread, StreetMeters);
            return isTrusted;
        }

        if (same >= 0)
        {
            position = At(street, same);
            uncertainty = StreetMeters / 2;
        }
        else if (below >= 0 && above >= 0)
        {
            GeoPoint from = At(street, below);
            GeoPoint to = At(street, above);
            double share = (double)(asked.Number - houses[below].Number) / (houses[above].Number - houses[below].Number);
            position = new GeoPoint
            {
                Latitude = from.Latitude + (share * (to.Latitude - from.Latitude)),
                Longitude = from.Longitude + (share * (to.Longitude - from.Longitude)),
            };
            uncertainty = Haversine.DistanceMeters(from, to) + BesideStreetMeters;
        }

        return false;
    }

    private bool MayHave(int street, HouseNumber? number)
    {
        ReadOnlySpan<HouseRow> houses = country.HousesOf(country.Streets.Span[street]);
        return number is { } asked && houses.Length > 0 && houses[0].Number < asked.Number && asked.Number < houses[^1].Number;
    }

    private GeoPoint At(StreetRow street, int house) => country.PositionOf(PlaceKind.House, street.FirstHouse + house);

    /// <summary>The postal code and locality alone.</summary>
    private AddressMatch? Area(AddressReading reading)
    {
        int code = reading.PostalCode;
        int locality = -1;
        bool isAmbiguous = false;
        int unused = reading.Unread + reading.Street.Count + reading.HouseNumberWords;
        bool contradicts = false;
        if (reading.Localities.Count > 0)
        {
            int[] ranked = [.. reading.Localities.OrderByDescending(l => Agrees(l, code)).ThenByDescending(l => country.Localities.Span[l].Population).ThenByDescending(l => country.Localities.Span[l].CodeCount)];
            locality = ranked[0];
            contradicts = code >= 0 && !Agrees(locality, code);
            isAmbiguous = !(code >= 0 && !contradicts) && ranked.Length > 1
                && country.Localities.Span[ranked[1]].Population * 4L >= country.Localities.Span[ranked[0]].Population;
        }

        if (code < 0 && locality < 0)
        {
            return null;
        }

        if (contradicts)
        {
            // The postal code is the more specific of the two.
            unused += reading.LocalityWords;
            locality = -1;
        }

        bool isLocality = code < 0 || (locality >= 0 && country.Localities.Span[locality].RadiusMeters < country.PostalCodes.Span[code].RadiusMeters);
        return new AddressMatch
        {
            PostalCode = code,
            Locality = locality >= 0 ? locality : country.LocalitiesOf(country.PostalCodes.Span[code]) is [var only, ..] ? only : -1,
            Position = isLocality ? country.PositionOf(PlaceKind.Locality, locality) : country.PositionOf(PlaceKind.PostalCode, code),
            UncertaintyMeters = isLocality ? country.Localities.Span[locality].RadiusMeters : country.PostalCodes.Span[code].RadiusMeters,
            Precision = code >= 0 ? GeocodingPrecision.PostalCode : GeocodingPrecision.City,
            Score = Worth(PostalCodeWorth, code >= 0, true)
                + Worth(LocalityWorth, reading.Localities.Count > 0, !contradicts)
                - reading.Street.Count - reading.Unread - reading.LocalityEdits,
            Unused = unused,
            UnusedNames = unused - reading.HouseNumberWords,
            Edits = contradicts ? 0 : reading.LocalityEdits,
            IsDoubtful = contradicts || reading.IsWider || isAmbiguous,
        };
    }

    /// <summary>The fewer houses of a street are known, the less its reach is.</summary>
    private static int UnknownReach(StreetRow street) => street.HouseCount == 0 ? 0 : StreetMeters / street.HouseCount;

    private static int Worth(int worth, bool isGiven, bool agrees) => isGiven ? (agrees ? worth : -worth) : 0;

    private bool Agrees(int locality, int code) => code >= 0 && country.LocalitiesOf(country.PostalCodes.Span[code]).Contains(locality);
}
