using System.Globalization;
using SpatialIndex.ServicePoints.Geocoding;

namespace SpatialIndex.Benchmarks.Geocoding;

/// <summary>A question with the answer that is expected.</summary>
/// <param name="Query">What is asked.</param>
/// <param name="Answer">Asks it.</param>
/// <param name="IsRight">Whether the answer is the one that is expected.</param>
internal sealed record Expectation(string Query, Func<GazetteerGeocoder, GeocodedAddress> Answer, Func<GeocodedAddress, bool> IsRight)
{
    /// <summary>The sets of expectations, with what they have to be.</summary>
    public static IEnumerable<(string Set, double GoalPercent, Expectation[] All)> Sets(GazetteerData data, IReadOnlySet<string> codesWithHouses)
    {
        yield return ("de_cities", 95, [.. data.Expectations("de_cities").Select(static row => Place(row, "DE"))]);
        yield return ("de_towns", 95, [.. data.Expectations("de_towns").Select(static row => Place(row, "DE"))]);
        yield return ("de_villages", 95, [.. data.Expectations("de_villages").Select(static row => Place(row, "DE"))]);
        yield return ("pl_cities", 95, [.. data.Expectations("pl_cities").Select(static row => Place(row, "PL"))]);
        yield return ("pl_cities_german_names", 80, [.. data.Expectations("pl_cities_german_names").Select(static row => Place(row, "PL"))]);
        yield return ("reverse_curated_cities", 85, [.. data.Expectations("reverse_curated_cities").Select(Reverse)]);
        yield return ("fr_nordpasdecalais_postal_relays", 95, [.. data.Expectations("fr_nordpasdecalais_postal_relays").Select(Area)]);
        foreach (string set in (string[])["fr_franchecomte_addresses", "fr_limousin_addresses"])
        {
            yield return (set, 95, [.. data.Expectations(set).Where(row => IsCovered(row, codesWithHouses)).Select(House)]);
        }
    }

    private static Expectation Place(Func<string, string> row, string country)
    {
        double[] numbers = [.. row("expected_coordinate").Split(',').Select(static part => double.Parse(part, CultureInfo.InvariantCulture))];
        var position = new GeoPoint { Latitude = numbers[0], Longitude = numbers[1] };
        return new(
            row("query"),
            geocoder => geocoder.Geocode(new GeocodingAddress { CountryCode = country, Text = row("query") }),
            found => found.Answer.Location is { } location && Haversine.DistanceMeters(location, position) <= numbers[2]);
    }

    private static Expectation Reverse(Func<string, string> row)
    {
        var position = new GeoPoint { Latitude = double.Parse(row("lat"), CultureInfo.InvariantCulture), Longitude = double.Parse(row("lon"), CultureInfo.InvariantCulture) };
        return new($"{row("lat")}, {row("lon")} ({row("expected_city")})", geocoder => geocoder.Reverse(position, "DE"), found => Names(found, row("expected_city")));
    }

    private static Expectation Area(Func<string, string> row)
    {
        string code = row("query").Split(' ').LastOrDefault(static word => word.Length == 5 && word.All(char.IsAsciiDigit), "-");
        return new(row("query"), Ask(row), found => Names(found, row("expected_city")) || Names(found, code));
    }

    private static Expectation House(Func<string, string> row) => new(
        row("query"),
        Ask(row),
        found => found.Answer.Precision == GeocodingPrecision.HouseNumber
            && found.Answer.FormattedAddress!.StartsWith($"{row("expected_housenumber")} ", StringComparison.OrdinalIgnoreCase)
            && Names(found, row("expected_postcode")) && Names(found, row("expected_city")));

    private static Func<GazetteerGeocoder, GeocodedAddress> Ask(Func<string, string> row) =>
        geocoder => geocoder.Geocode(new GeocodingAddress { CountryCode = "FR", Text = row("query") });

    private static bool IsCovered(Func<string, string> row, IReadOnlySet<string> codes) =>
        codes.Contains(row("expected_postcode")) || row("query").Split(' ').Any(codes.Contains);

    private static bool Names(GeocodedAddress found, string part) =>
        found.Answer.FormattedAddress?.Contains(part, StringComparison.OrdinalIgnoreCase) == true;
}
