using SpatialIndex.ServicePoints.Geocoding;
using SpatialIndex.ServicePoints.Geocoding.Sources;

namespace SpatialIndex.ServicePoints.Tests.Geocoding.Sources;

public sealed class OpenAddressesGeoJsonReaderTests : IDisposable
{
    private const string Good = """{"type":"Feature","properties":{"number":"12","street":"Ring","city":"Wien","postcode":"1010"},"geometry":{"type":"Point","coordinates":[16.37,48.2]}}""";

    private const string Indented = """

        {
          "name": "vienna",
          "crs": { "type": "name", "features": 1 },
          "features": [
            {
              "type": "Feature",
              "geometry": { "type": "Point", "coordinates": [ 16.37, 48.2, 171 ] },
              "properties": { "number": 12, "street": "Ring", "city": "Wien", "postcode": 1010 }
            }
          ],
          "type": "FeatureCollection"
        }
        """;

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(Good)]
    [InlineData("\uFEFF\n  " + Good + "\r\n")]
    [InlineData("""{ "type": "Feature", "geometry": { "type": "Point", "coordinates": ["16.37", "48.2"] }, "properties": { "number": 12.0, "STREET": "Ring", "city": "Wien", "postcode": 1010 } }""")]
    [InlineData("""{"type":"FeatureCollection","features":[""" + Good + "]}")]
    [InlineData("{ \"type\": \"FeatureCollection\",\n\"features\": [\n" + Good + "\n]\n}\n")]
    [InlineData(Indented)]
    public void Read_LinesOrCollection_GivesTheAddress(string json)
    {
        Directory.CreateDirectory(_folder["at"]);

        var source = ReadSource.Of(_folder.Write("at/vienna.geojson", json));

        GazetteerRecord house = Assert.Single(source.Records);
        Assert.Equal(("OpenAddresses GeoJSON", "AT", ""), (source.Summary.Kind, source.Summary.CountryCode, source.LeftOut));
        Assert.Equal(("AT", "12", "Ring", "1010", "Wien"), (house.CountryCode, house.HouseNumber, house.Street, house.PostalCode, house.Locality));
        Assert.Equal((48.2, 16.37), (house.Position.Latitude, house.Position.Longitude));
    }

    [Theory]
    [InlineData("\"country\":\"at\"", "vienna.geojson", null, "AT")]
    [InlineData("\"country\":\"AT\"", "de.geojson", null, "AT")]
    [InlineData("\"country\":\"Austria\"", "at_vienna.geojson", null, "AT")]
    [InlineData("\"country\":\"DE\"", "vienna.geojson", "AT", "AT")]
    public void Read_Country_IsTheGivenThenTheNamedThenThatOfThePath(string property, string name, string? given, string expected)
    {
        var source = ReadSource.Of(_folder.Write(name, Good.Replace("\"number\"", $"{property},\"number\"", StringComparison.Ordinal)), given);

        Assert.Equal(expected, Assert.Single(source.Records).CountryCode);
    }

    [Fact]
    public void Read_NoCountry_IsRefusedWithWhatToDo()
    {
        GazetteerException refusal = Assert.Throws<GazetteerException>(() => ReadSource.Of(_folder.Write("vienna.geojson", Good)));

        Assert.Contains("Say which country it is of, as in US=", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_DamagedLines_AreLeftOutByReason()
    {
        var source = ReadSource.Of(_folder.Write("at.geojson", string.Join('\n', [
            Good[..40],
            Good,
            "7",
            "",
            Good.Replace("Wien", "Wien\\ud800", StringComparison.Ordinal),
            Good.Replace("[16.37,48.2]", "null", StringComparison.Ordinal),
            Good.Replace("[16.37,48.2]", "[16.37]", StringComparison.Ordinal),
            Good.Replace("[16.37,48.2]", "[[16.37,48.2],[16.38,48.2]]", StringComparison.Ordinal),
            """{"type":"Feature","properties":null,"geometry":null}""",
            """{"type":"Feature","properties":[1],"geometry":{"coordinates":[16.37,48.2]}}""",
            Good])));

        Assert.Equal((10, 2, "3 unreadable, 4 without position, 1 without address"), (source.Summary.Lines, source.Summary.Records, source.LeftOut));
    }

    [Fact]
    public void Read_DamagedFeatureOfCollection_IsLeftOut()
    {
        var source = ReadSource.Of(_folder.Write("at.geojson", """{"type":"FeatureCollection","features":[7,""" + Good + "]}"));

        Assert.Equal((2, 1, "1 unreadable"), (source.Summary.Lines, source.Summary.Records, source.LeftOut));
    }

    [Theory]
    [InlineData("""{"type":"FeatureCollection"}""")]
    [InlineData("""{"type":"FeatureCollection","features":[]}""")]
    [InlineData("""{"type":"FeatureCollection","features":[""" + Good)]
    [InlineData("""{"type":"FeatureCollection","features":[""" + Good + "," + Good + "]")]
    [InlineData("""{"type":"Topology"}""")]
    [InlineData("""{"\ud800":1}""")]
    [InlineData("""{"type":"\ud800"}""")]
    [InlineData("{")]
    public void Read_NoFeatures_IsRefused(string json) => Assert.Throws<GazetteerException>(() => ReadSource.Of(_folder.Write("at.geojson", json)));
}
