using System.Globalization;
using SpatialIndex.ServicePoints.Geocoding;

namespace SpatialIndex.ServicePoints.Tests.Geocoding;

/// <summary>Names of regions alone: those of postal codes, in the country's language, and those of cities, in English.</summary>
public sealed class RegionNameTests : IDisposable
{
    private static readonly (string Name, string Region, double Latitude, double Longitude)[] Codes =
    [
        ("München", "Bayern", 48.14, 11.58), ("Freising", "Bayern", 48.40, 11.75), ("Erding", "Bayern", 48.31, 11.91), ("Dachau", "Bayern", 48.26, 11.43),
        ("Aying", "Bayern", 47.97, 11.78), ("Hessen", "Bayern", 48.20, 11.80), ("Kassel", "Hessen", 51.31, 9.49), ("Baunatal", "Hessen", 51.26, 9.41),
        ("Vellmar", "Hessen", 51.36, 9.47), ("Видин", "Видин / Vidin", 50.10, 8.60), ("Bremen", "Niedersachsen", 53.07, 8.80), ("Stuhr", "Bremen", 53.02, 8.75),
        ("Weyhe", "Bremen", 52.99, 8.85),
    ];

    private static readonly (string Name, string Code, int Population, double Latitude, double Longitude)[] Cities =
    [
        ("Schwabing", "02", 5_000, 48.16, 11.59), ("Isar", "02", 2_000, 48.35, 11.80), ("Freising", "02", 45_000, 48.40, 11.75), ("Bremen", "04", 550_000, 53.07, 8.80),
    ];

    private readonly TestFolder _folder = new();
    private readonly Gazetteer _gazetteer;
    private readonly GazetteerGeocoder _geocoder;

    public RegionNameTests()
    {
        string codes = string.Concat(Codes.Select(static (place, number) =>
            string.Create(CultureInfo.InvariantCulture, $"DE\t{80_000 + number}\t{place.Name}\t{place.Region}\t\t\t\t\t\t{place.Latitude}\t{place.Longitude}\t\n")));
        string cities = string.Concat(Cities.Select(static city =>
            string.Create(CultureInfo.InvariantCulture, $"1\t{city.Name}\t\t\t{city.Latitude}\t{city.Longitude}\tP\tPPL\tDE\t\t{city.Code}\t\t\t\t{city.Population}\t\t\t\t\n")));
        Gazetteer.Build(
            _folder["de.gazetteer"],
            [_folder.Write("cities", cities), _folder.Write("codes", codes), _folder.Write("regions", """[{"code":"DE.02","name":"Bavaria"},{"code":"DE.04","name":"Free Hanseatic City"}]""")]);
        _gazetteer = Gazetteer.Open(_folder["de.gazetteer"]);
        _geocoder = new GazetteerGeocoder(_gazetteer);
    }

    public void Dispose()
    {
        _gazetteer.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("Bayern", "Bayern, Deutschland")]
    [InlineData("BAYERN, Deutschland", "Bayern, Deutschland")]
    [InlineData("Bavaria", "Bavaria, Deutschland")]
    [InlineData("Niedersachsen", "Niedersachsen, Deutschland")]
    public void Geocode_RegionAlone_IsTheRegion(string text, string formatted)
    {
        GeocodingAnswer answer = Find(text).Answer;

        Assert.Equal((GeocodingStatus.Matched, "region", formatted), (answer.Status, answer.Precision, answer.FormattedAddress));
        Assert.Equal(answer, _geocoder.Geocode(new GeocodingAddress { CountryCode = "DE", City = text.Split(',')[0] }).Answer);
    }

    [Theory]
    [InlineData("Bayern")]
    [InlineData("Bavaria")]
    public void Geocode_Region_HoldsAllItsPlaces(string text)
    {
        GeocodedAddress region = Find(text);

        Assert.All(
            Codes.Where(static place => place.Region == "Bayern"),
            place => Assert.InRange(
                Haversine.DistanceMeters(region.Answer.Location!.Value, new GeoPoint { Latitude = place.Latitude, Longitude = place.Longitude }), 0, region.UncertaintyMeters!.Value));
        Assert.InRange(region.UncertaintyMeters!.Value, 0, 60_000);
    }

    [Fact]
    public void Geocode_RegionThatAVillageElsewhereIsNamedLike_IsTheRegion() => Assert.Equal("Hessen, Deutschland", Find("Hessen").Answer.FormattedAddress);

    [Theory]
    [InlineData("Видин", "Видин, Видин / Vidin, Deutschland")]
    [InlineData("Bremen", "Bremen, Niedersachsen, Deutschland")]
    public void Geocode_RegionNamedAfterItsTown_IsTheTown(string text, string formatted)
    {
        GeocodingAnswer answer = Find(text).Answer;

        Assert.Equal(("city", formatted), (answer.Precision, answer.FormattedAddress));
    }

    [Theory]
    [InlineData("Bayern 80001", "postal_code")]
    [InlineData("Freising, Bayern", "city")]
    [InlineData("Bayrischzell", null)]
    public void Geocode_MoreOrLessThanARegion_IsNoRegion(string text, string? precision) => Assert.Equal(precision, Find(text).Answer.Precision);

    private GeocodedAddress Find(string text) => _geocoder.Geocode(new GeocodingAddress { CountryCode = "DE", Text = text });
}
