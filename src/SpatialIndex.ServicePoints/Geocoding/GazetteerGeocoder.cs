using SpatialIndex.ServicePoints.Feeds;
using SpatialIndex.ServicePoints.Geocoding.Files;
using SpatialIndex.ServicePoints.Geocoding.Matching;
using SpatialIndex.ServicePoints.Geocoding.Text;
using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.ServicePoints.Geocoding;

/// <summary>Looks addresses up in a gazetteer, without a network. Safe to use from any number of threads.</summary>
/// <remarks>A precision is claimed only when the place is sure to be within its radius: a house within 50 m, a street within 300 m.</remarks>
public sealed class GazetteerGeocoder : IGeocoder
{
    // An address that is longer than this is read no further.
    private const int MaxLength = 400;
    private const int NearbyPlaces = 16;
    private const double ReverseLocalityMeters = 30_000;

    private const int MaxRunnersUp = 3;
    private static readonly GeocodedAddress Nowhere = new(GeocodingAnswer.NotFound, null);

    private readonly Gazetteer _gazetteer;

    /// <summary>Makes a geocoder; the gazetteer must stay open as long as it is used.</summary>
    public GazetteerGeocoder(Gazetteer gazetteer)
    {
        ArgumentNullException.ThrowIfNull(gazetteer);
        _gazetteer = gazetteer;
    }

    /// <inheritdoc/>
    public ValueTask<GeocodingAnswer> GeocodeAsync(GeocodingAddress address, CancellationToken cancellationToken) => new(Geocode(address).Answer);

    /// <summary>Looks an address up.</summary>
    /// <exception cref="GazetteerException">The gazetteer is damaged.</exception>
    /// <exception cref="ObjectDisposedException">The gazetteer was disposed.</exception>
    public GeocodedAddress Geocode(GeocodingAddress address)
    {
        using MappedFileLease lease = _gazetteer.Lease();
        return Search(address) is { } search ? ResultOf(search) : Nowhere;
    }

    /// <summary>Looks an address up and tells how its words were understood and what else they may mean.</summary>
    /// <exception cref="GazetteerException">The gazetteer is damaged.</exception>
    /// <exception cref="ObjectDisposedException">The gazetteer was disposed.</exception>
    public GeocodingExplanation Explain(GeocodingAddress address)
    {
        using MappedFileLease lease = _gazetteer.Lease();
        if (Search(address) is not { } search)
        {
            return new(Nowhere, [], [], []);
        }

        var words = new ExplainedWords(search.Country, search.Best);
        return new(ResultOf(search), words.Parts, words.Unused, [.. search.RunnersUp.Take(MaxRunnersUp).Select(match => Result(search.Country, match))]);
    }

    /// <summary>The place of a country at a position: the house, else the street, else the locality that reaches there.</summary>
    /// <param name="position">The position.</param>
    /// <param name="countryCode">The country, by its ISO 3166-1 alpha-2 code in any case.</param>
    /// <returns>The place; the uncertainty is how far from it the position is.</returns>
    /// <exception cref="GazetteerException">The gazetteer is damaged.</exception>
    /// <exception cref="ObjectDisposedException">The gazetteer was disposed.</exception>
    public GeocodedAddress Reverse(GeoPoint position, string countryCode)
    {
        ArgumentNullException.ThrowIfNull(countryCode);
        using MappedFileLease lease = _gazetteer.Lease();
        if (_gazetteer.Country(countryCode.ToUpperInvariant()) is not { } country)
        {
            return Nowhere;
        }

        AddressMatch? match = Nearest(country, position, PlaceKind.House, HousePlacer.HouseMeters)
            ?? Nearest(country, position, PlaceKind.Street, HousePlacer.StreetMeters)
            ?? Nearest(country, position, PlaceKind.Locality, ReverseLocalityMeters);
        return match is null ? Nowhere : Result(country, match);
    }

    /// <summary>The search of an address in its country, or in the one that its territory belongs to when that explains more; null when neither is known.</summary>
    private AddressSearch? Search(GeocodingAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        string code = address.CountryCode.ToUpperInvariant();
        AddressSearch? search = SearchIn(code, address);
        AddressSearch? wider = Territories.ParentOf(code) is { } parent ? SearchIn(parent, address) : null;
        return wider?.Best?.IsBetterThan(search?.Best) == true ? wider : search;
    }

    private AddressSearch? SearchIn(string countryCode, GeocodingAddress address) =>
        _gazetteer.Country(countryCode) is { } country ? AddressSearch.Run(country, Cut(address)) : null;

    private static GeocodedAddress ResultOf(AddressSearch search) => search.Best is { } best ? Result(search.Country, best) : Nowhere;

    private static AddressMatch? Nearest(CountryGazetteer country, GeoPoint position, PlaceKind kind, double radiusMeters)
    {
        Span<Neighbor> found = stackalloc Neighbor[NearbyPlaces];
        var filter = new PointFilter { Classes = ClassSet.Of(country.Tree.ClassCount, (int)kind) };
        found = found[..country.Tree.NearestWithin(position, radiusMeters, found, filter)];
        if (found.IsEmpty)
        {
            return null;
        }

        Neighbor best = found[0];
        if (kind == PlaceKind.Locality)
        {
            // A large town reaches farther than a village beside it.
            foreach (Neighbor neighbor in found)
            {
                best = Reach(country, neighbor) < Reach(country, best) ? neighbor : best;
            }
        }

        int index = (int)best.Id;
        int street = kind == PlaceKind.Street ? index : kind == PlaceKind.House ? StreetOf(country, index) : -1;
        return new AddressMatch
        {
            Position = country.Tree.PointAt(best.Row),
            UncertaintyMeters = best.DistanceMeters,
            Precision = kind switch { PlaceKind.House => GeocodingPrecision.HouseNumber, PlaceKind.Street => GeocodingPrecision.Street, _ => GeocodingPrecision.City },
            Street = street,
            Locality = street >= 0 ? country.Streets.Span[street].Locality : index,
            PostalCode = street >= 0 ? country.Streets.Span[street].PostalCode : -1,
            HouseNumber = kind == PlaceKind.House ? NumberOf(country, index) : "",
        };
    }

    private static double Reach(CountryGazetteer country, Neighbor neighbor) =>
        neighbor.DistanceMeters / country.Localities.Span[(int)neighbor.Id].RadiusMeters;

    private static int StreetOf(CountryGazetteer country, int house)
    {
        ReadOnlySpan<StreetRow> streets = country.Streets.Span;
        int low = 0;
        int high = streets.Length - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            (low, high) = streets[middle].FirstHouse <= house ? (middle, high) : (low, middle - 1);
        }

        return low;
    }

    private static string NumberOf(CountryGazetteer country, int house)
    {
        HouseRow row = country.Houses.Span[house];
        return new HouseNumber(row.Number, country.TextAt(country.Suffixes.Span[row.Suffix])).ToString();
    }

    private static GeocodedAddress Result(CountryGazetteer country, AddressMatch match)
    {
        string formatted = FormattedAddress.Of(country, match);
        return new(
            match.IsWhole
                ? GeocodingAnswer.Matched(match.Position, match.Precision, formatted)
                : GeocodingAnswer.PartiallyMatched(match.Position, match.Precision, formatted),
            match.UncertaintyMeters);
    }

    private static GeocodingAddress Cut(GeocodingAddress address) => address with
    {
        Text = Cut(address.Text),
        Street = Cut(address.Street),
        HouseNumber = Cut(address.HouseNumber),
        PostalCode = Cut(address.PostalCode),
        City = Cut(address.City),
    };

    private static string? Cut(string? text) => text?.Length > MaxLength ? text[..MaxLength] : text;
}
