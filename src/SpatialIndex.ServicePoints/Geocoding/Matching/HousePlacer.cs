using SpatialIndex.ServicePoints.Geocoding.Files;
using SpatialIndex.ServicePoints.Geocoding.Sources;
using SpatialIndex.ServicePoints.Geocoding.Text;

namespace SpatialIndex.ServicePoints.Geocoding.Matching;

/// <summary>Places house numbers along a street.</summary>
internal sealed class HousePlacer(CountryGazetteer country)
{
    /// <summary>What a claim of a house promises: it is no farther than this from the position.</summary>
    public const int HouseMeters = 50;

    /// <summary>What a claim of a street promises.</summary>
    public const int StreetMeters = 300;

    // Half the width of a street and the depth of its houses; how far it may go on behind the last house that is known.
    private const int BesideStreetMeters = 40;
    private const int BeyondStreetMeters = 120;

    // Houses of one side are some 15 m apart, their numbers two.
    private const double MetersANumber = 7.5;

    /// <summary>A place on a street.</summary>
    /// <param name="Position">Where it is.</param>
    /// <param name="UncertaintyMeters">How far off the house may be.</param>
    /// <param name="IsKnown">Whether the number is known.</param>
    /// <param name="IsHouse">Whether the number is known to be there, within <see cref="HouseMeters"/>.</param>
    public readonly record struct Place(GeoPoint Position, double UncertaintyMeters, bool IsKnown = false, bool IsHouse = false);

    /// <summary>The place of a house; without number, of the middle of the street.</summary>
    public Place Find(int index, HouseNumber? asked)
    {
        StreetRow street = country.Streets.Span[index];
        GeoPoint middle = country.PositionOf(PlaceKind.Street, index);
        if (asked is not { } number)
        {
            return new(middle, street.RadiusMeters + BesideStreetMeters + UnknownReach(street));
        }

        ReadOnlySpan<HouseRow> houses = country.HousesOf(street);
        int below = -1;
        int above = -1;
        int same = -1;
        int exact = -1;
        double spread = 0;
        for (int i = 0; i < houses.Length; i++)
        {
            HouseRow house = houses[i];
            if (house.Number == number.Number)
            {
                same = same < 0 ? i : same;
                if (country.TextAt(country.Suffixes.Span[house.Suffix]) == number.Suffix)
                {
                    spread = exact < 0 ? 0 : Math.Max(spread, Haversine.DistanceMeters(At(street, exact), At(street, i)));
                    exact = exact < 0 ? i : exact;
                }
            }
            else if ((house.Number & 1) == (number.Number & 1))
            {
                below = house.Number < number.Number ? i : below;
                above = house.Number > number.Number && above < 0 ? i : above;
            }
        }

        // "12-14" is at 12 when it is not known as a whole.
        if (exact < 0 && same >= 0 && number.Suffix.StartsWith('-'))
        {
            exact = same;
        }

        if (exact >= 0)
        {
            bool isTrusted = street.Source != GazetteerSourceKind.ServicePoints && spread <= HouseMeters;
            return new(At(street, exact), isTrusted ? HouseMeters : Math.Max(spread, StreetMeters), IsKnown: true, isTrusted);
        }

        if (same >= 0)
        {
            return new(At(street, same), StreetMeters / 2);
        }

        return below >= 0 && above >= 0
            ? Between(street, houses, below, above, number.Number)
            : new(middle, street.RadiusMeters + BeyondMeters(street, houses, number.Number) + UnknownReach(street));
    }

    private Place Between(StreetRow street, ReadOnlySpan<HouseRow> houses, int below, int above, int number)
    {
        GeoPoint from = At(street, below);
        GeoPoint to = At(street, above);
        double share = (double)(number - houses[below].Number) / (houses[above].Number - houses[below].Number);
        var position = new GeoPoint
        {
            Latitude = from.Latitude + (share * (to.Latitude - from.Latitude)),
            Longitude = Math.IEEERemainder(from.Longitude + (share * Math.IEEERemainder(to.Longitude - from.Longitude, 360)), 360),
        };
        return new(position, Haversine.DistanceMeters(from, to) + BesideStreetMeters);
    }

    /// <summary>How far a street may go on to a number beyond all that are known.</summary>
    private static double BeyondMeters(StreetRow street, ReadOnlySpan<HouseRow> houses, int number)
    {
        if (houses.IsEmpty || number <= houses[^1].Number)
        {
            return BeyondStreetMeters;
        }

        // A house may have the number 0.
        int last = houses[^1].Number;
        double metersANumber = Math.Max(MetersANumber, 2.0 * street.RadiusMeters / Math.Max(1, last));
        return Math.Max(BeyondStreetMeters, (number - last) * metersANumber);
    }

    /// <summary>The fewer houses of a street are known, the less its reach is.</summary>
    private static int UnknownReach(StreetRow street) => street.HouseCount == 0 ? 0 : StreetMeters / street.HouseCount;

    private GeoPoint At(StreetRow street, int house) => country.PositionOf(PlaceKind.House, street.FirstHouse + house);
}
