using FsCheck.Xunit;
using SpatialIndex.ServicePoints.Geocoding;

namespace SpatialIndex.ServicePoints.Tests.Geocoding;

public sealed class GazetteerGeocoderTests : IDisposable
{
    private const string Houses = """
        1-2,2,Rue de l'Église,90400,Andelnans,C+O,47.6020,6.8660
        1-4,4,Rue de l'Église,90400,Andelnans,C+O,47.6022,6.8662
        1-8,8,Rue de l'Église,90400,Andelnans,C+O,47.6026,6.8666
        1-8b,8 bis,Rue de l'Église,90400,Andelnans,C+O,47.6027,6.8666
        2-1,1,Rue de l'Église,90400,Danjoutin,C+O,47.6180,6.8600
        2-3,3,Rue de l'Église,90400,Danjoutin,C+O,47.6181,6.8601
        2-5,5,Rue de l'Église,90400,Danjoutin,C+O,47.6182,6.8602
        3-1,1,Avenue Jean Jaurès,90000,Belfort,C+O,47.6400,6.8500
        3-3,3,Avenue Jean Jaurès,90000,Belfort,C+O,47.6700,6.8500
        4-18,18,Rue du 18 Juin,90000,Belfort,C+O,47.6380,6.8600
        4-19,19,Rue du 18 Juin,90000,Belfort,C+O,47.6381,6.8601
        4-20,20,Rue du 18 Juin,90000,Belfort,C+O,47.6382,6.8602
        5-2,2,Rue de Danjoutin,90400,Andelnans,C+O,47.6030,6.8670
        5-3,2,Rue d'Andelnans,90400,Danjoutin,C+O,47.6170,6.8610
        6-1,1,Place de la Mairie,90000,Belfort,C+O,47.6385,6.8610
        7-1,1,Rue des Lilas,90000,Belfort,C+O,47.6391,6.8611
        7-3,3,Rue des Lilas,90000,Belfort,C+O,47.6392,6.8612
        7-1,1,Rue des Lilas,90001,Belfort,C+O,47.6393,6.8613
        """;

    private const string Cities =
        "1\tSofia\tSofia\tСофия,Sofiya\t42.69751\t23.32415\tP\tPPLC\tBG\t\t42\t\t\t\t1152556\t\t562\tEurope/Sofia\t2019-09-05\n"
        + "2\tMunich\tMunich\tMünchen,Muenchen\t48.13743\t11.57549\tP\tPPLA\tDE\t\t02\t\t\t\t1260391\t\t524\tEurope/Berlin\t2019-09-05\n";

    private const string DutchCodes = "NL\t5611\tEindhoven\tNoord-Brabant\t06\t\t\t\t\t51.437\t5.4801\t\n";

    private readonly TestFolder _folder = new();
    private readonly Gazetteer _gazetteer;
    private readonly GazetteerGeocoder _geocoder;

    public GazetteerGeocoderTests()
    {
        string path = _folder["test.gazetteer"];
        Gazetteer.Build(path, [_folder.Write("bano.csv", Houses), _folder.Write("cities.txt", Cities), _folder.Write("NL.txt", DutchCodes)]);
        _gazetteer = Gazetteer.Open(path);
        _geocoder = new GazetteerGeocoder(_gazetteer);
    }

    [Theory]
    [InlineData("fr", GeocodingStatus.Matched)]
    [InlineData("Fr", GeocodingStatus.Matched)]
    [InlineData("FRA", GeocodingStatus.NotFound)]
    [InlineData("", GeocodingStatus.NotFound)]
    public void Geocode_CountryInAnyCase_IsKnown(string country, GeocodingStatus status)
    {
        Assert.Equal(status, _geocoder.Geocode(new GeocodingAddress { CountryCode = country, City = "Belfort" }).Answer.Status);
        Assert.Equal(status, _geocoder.Reverse(new GeoPoint { Latitude = 47.64, Longitude = 6.85 }, country).Answer.Status);
    }

    public void Dispose()
    {
        _gazetteer.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("FR", "2 rue de l'église 90400 Andelnans", GeocodingStatus.Matched, "house_number", "2 Rue de l'Église, 90400 Andelnans, France")]
    [InlineData("FR", "90400 ANDELNANS, R. DE L EGLISE 8 BIS", GeocodingStatus.Matched, "house_number", "8 bis Rue de l'Église, 90400 Andelnans, France")]
    [InlineData("FR", "2 rue del'église Andelnans", GeocodingStatus.Matched, "house_number", "2 Rue de l'Église, 90400 Andelnans, France")]
    [InlineData("FR", "2 rue de l'églsie 90400 Andlenans", GeocodingStatus.PartiallyMatched, "house_number", "2 Rue de l'Église, 90400 Andelnans, France")]
    [InlineData("FR", "6 rue de l'église 90400 Andelnans", GeocodingStatus.PartiallyMatched, "street", "Rue de l'Église, 90400 Andelnans, France")]
    [InlineData("FR", "rue de l'église 90400 Andelnans", GeocodingStatus.Matched, "street", "Rue de l'Église, 90400 Andelnans, France")]
    [InlineData("FR", "rue de l'église 90400", GeocodingStatus.PartiallyMatched, "postal_code", "90400, Andelnans, France")]
    [InlineData("FR", "rue du 18 juin 90000 Belfort", GeocodingStatus.Matched, "street", "Rue du 18 Juin, 90000 Belfort, France")]
    [InlineData("FR", "avenue jean jaurès 90000 Belfort", GeocodingStatus.Matched, "postal_code", "Avenue Jean Jaurès, 90000 Belfort, France")]
    [InlineData("FR", "Belfort", GeocodingStatus.Matched, "city", "Belfort, France")]
    [InlineData("FR", "Belfort, France", GeocodingStatus.Matched, "city", "Belfort, France")]
    [InlineData("FR", "France", GeocodingStatus.Matched, "region", "France")]
    [InlineData("FR", "2 rue de Danjoutin 90400 Andelnans", GeocodingStatus.Matched, "house_number", "2 Rue de Danjoutin, 90400 Andelnans, France")]
    [InlineData("FR", "1 rue de la Mairie 90000 Belfort", GeocodingStatus.PartiallyMatched, "postal_code", "90000, Belfort, France")]
    [InlineData("FR", "1 place de la Mairie, bât. B, 90000 Belfort", GeocodingStatus.PartiallyMatched, "house_number", "1 Place de la Mairie, 90000 Belfort, France")]
    [InlineData("FR", "Hôtel de ville, 1 place de la Mairie, 90000 Belfort", GeocodingStatus.PartiallyMatched, "house_number", "1 Place de la Mairie, 90000 Belfort, France")]
    [InlineData("FR", "2 rue de l'église 90000 Andelnans", GeocodingStatus.PartiallyMatched, "house_number", "2 Rue de l'Église, 90400 Andelnans, France")]
    [InlineData("FR", "1 avenue Jean Jaurès 90000 Andelnans", GeocodingStatus.PartiallyMatched, "house_number", "1 Avenue Jean Jaurès, 90000 Belfort, France")]
    [InlineData("FR", "rue de Belfort", GeocodingStatus.NotFound, null, null)]
    [InlineData("FR", "9 rue de Belfort 90000", GeocodingStatus.PartiallyMatched, "postal_code", "90000, Belfort, France")]
    [InlineData("FR", "rue des Lilas Belfort", GeocodingStatus.Matched, "street", "Rue des Lilas, 90000 Belfort, France")]
    [InlineData("BG", "София", GeocodingStatus.Matched, "city", "Sofia, България")]
    [InlineData("DE", "MUENCHEN", GeocodingStatus.Matched, "city", "Munich, Deutschland")]
    [InlineData("NL", "Stadhuisplein 10, 5611 EM Eindhoven", GeocodingStatus.PartiallyMatched, "postal_code", "5611, Eindhoven, Noord-Brabant, Nederland")]
    public void Geocode_FreeText_ClaimsWhatIsConfirmed(string country, string text, GeocodingStatus status, string? precision, string? formatted)
    {
        GeocodingAnswer answer = _geocoder.Geocode(new GeocodingAddress { CountryCode = country, Text = text }).Answer;

        Assert.Equal((status, precision, formatted), (answer.Status, answer.Precision, answer.FormattedAddress));
    }

    [Fact]
    public void Geocode_Parts_AgreeWithFreeText()
    {
        GeocodedAddress parts = _geocoder.Geocode(new GeocodingAddress { CountryCode = "FR", Street = "Rue de l'Église", HouseNumber = "6", PostalCode = "90400", City = "Andelnans" });
        GeocodedAddress text = _geocoder.Geocode(new GeocodingAddress { CountryCode = "FR", Text = "6 Rue de l'Église, 90400 Andelnans" });

        Assert.Equal(text, parts);
        Assert.Equal(47.6024, parts.Answer.Location!.Value.Latitude, 6);
    }

    [Fact]
    public void Geocode_LessOfAnAddress_IsNeverMoreOfAnAnswer()
    {
        string[] less = ["2 Rue de l'Église 90400 Andelnans", "Rue de l'Église 90400 Andelnans", "90400 Andelnans", "Andelnans"];

        GeocodingAnswer[] answers = [.. less.Select(text => _geocoder.Geocode(new GeocodingAddress { CountryCode = "FR", Text = text }).Answer)];

        Assert.Equal(["house_number", "street", "postal_code", "city"], answers.Select(static answer => answer.Precision));
        Assert.All(answers, static answer => Assert.Equal(GeocodingStatus.Matched, answer.Status));
    }

    [Fact]
    public void Geocode_NumberThatAnotherStreetOfTheNameMayHave_IsNoAnswer()
    {
        GeocodedAddress found = _geocoder.Geocode(new GeocodingAddress { CountryCode = "FR", Text = "3 rue de l'église 90400" });

        Assert.Equal((GeocodingStatus.Matched, "house_number"), (found.Answer.Status, found.Answer.Precision));
        Assert.Equal("3 Rue de l'Église, 90400 Danjoutin, France", found.Answer.FormattedAddress);

        GeocodedAddress doubtful = _geocoder.Geocode(new GeocodingAddress { CountryCode = "FR", Text = "4 rue de l'église 90400" });

        Assert.Equal("house_number", doubtful.Answer.Precision);
        Assert.Equal("postal_code", _geocoder.Geocode(new GeocodingAddress { CountryCode = "FR", Text = "rue de l'église 90400" }).Answer.Precision);
    }

    [Fact]
    public void Explain_MisspeltAddress_TellsWhatItsWordsMean()
    {
        GeocodingExplanation explanation = _geocoder.Explain(new GeocodingAddress { CountryCode = "FR", Text = "chez Paul, 2 rue de l'églsie 90400 Andelnans" });

        Assert.Equal(
            [
                new GeocodingPart("house_number", "2", "2", 0),
                new GeocodingPart("street", "rue de l eglsie", "Rue de l'Église", 1),
                new GeocodingPart("postal_code", "90400", "90400", 0),
                new GeocodingPart("city", "andelnans", "Andelnans", 0),
            ],
            explanation.Parts);
        Assert.Equal(["chez", "paul"], explanation.Unused);
        Assert.All(explanation.RunnersUp, other => Assert.NotEqual(explanation.Found, other));
    }

    [Theory]
    [InlineData("FR", "zzzzzz")]
    [InlineData("JP", "東京")]
    public void Geocode_UnknownPlace_IsNotFound(string country, string text) =>
        Assert.Equal(GeocodingStatus.NotFound, _geocoder.Geocode(new GeocodingAddress { CountryCode = country, Text = text }).Answer.Status);

    [Property(MaxTest = 300)]
    public void Geocode_AnyText_HasAnAnswer(string text, byte repeats)
    {
        string longText = string.Concat(Enumerable.Repeat($"{text} 90400 rue ", repeats));
        GeocodingAddress address = repeats % 2 == 0
            ? new() { CountryCode = "FR", Text = longText }
            : new() { CountryCode = "FR", Street = longText, HouseNumber = text, PostalCode = longText, City = text };

        GeocodedAddress found = _geocoder.Geocode(address);

        Assert.Equal(found.Answer.Location is null, found.Answer.Status == GeocodingStatus.NotFound);
    }

    [Theory]
    [InlineData(47.60221, 6.8662, "house_number", "4 Rue de l'Église, 90400 Andelnans, France")]
    [InlineData(47.6400, 6.8530, "street", null)]
    [InlineData(47.6700, 6.9000, "city", "Belfort, France")]
    public void Reverse_Position_IsTheFinestPlaceNearby(double latitude, double longitude, string precision, string? formatted)
    {
        GeocodingAnswer answer = _geocoder.Reverse(new GeoPoint { Latitude = latitude, Longitude = longitude }, "FR").Answer;

        Assert.Equal(precision, answer.Precision);
        Assert.True(formatted is null || formatted == answer.FormattedAddress, answer.FormattedAddress);
    }

    [Fact]
    public void Geocode_SnapshotAlone_NeverClaimsAHouse()
    {
        using var snapshot = TestPoints.BuildSnapshot(_folder, [TestPoints.Simple("A")]);
        using var places = Gazetteer.Of(snapshot);

        GeocodingAnswer answer = new GazetteerGeocoder(places).Geocode(new GeocodingAddress { CountryCode = "NL", Text = "Kerkstraat 1, 5611 AA Eindhoven" }).Answer;

        Assert.NotNull(answer.Location);
        Assert.NotEqual(GeocodingPrecision.HouseNumber, answer.Precision);
    }

    [Fact]
    public void Open_DamagedColumn_IsRefusedByVerify()
    {
        byte[] bytes = File.ReadAllBytes(_folder["test.gazetteer"]);
        bytes[^1] ^= 1;
        using var damaged = Gazetteer.Open(_folder.Write("damaged.gazetteer", bytes));

        Assert.Throws<GazetteerException>(damaged.Verify);
    }

    [Fact]
    public void Open_DamagedHeader_IsRefused()
    {
        byte[] bytes = File.ReadAllBytes(_folder["test.gazetteer"]);
        bytes[40] ^= 1;

        Assert.Throws<GazetteerException>(() => Gazetteer.Open(_folder.Write("damaged.gazetteer", bytes)));
    }
}
