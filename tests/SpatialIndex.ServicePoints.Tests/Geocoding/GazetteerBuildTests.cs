using SpatialIndex.ServicePoints.Geocoding;
using SpatialIndex.ServicePoints.Geocoding.Building;

namespace SpatialIndex.ServicePoints.Tests.Geocoding;

/// <summary>Sources that are damaged or hold what no address can be.</summary>
public sealed class GazetteerBuildTests : IDisposable
{
    private const string OpenAddressesHeader = "LON,LAT,NUMBER,STREET,UNIT,CITY,DISTRICT,REGION,POSTCODE,ID,HASH";

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("admin1.json", "[{\"code\":\"FR.11\",\"name\":\"a\tb\"}]")]
    [InlineData("admin1.json", "[{\"code\":\"FR.11\"}]")]
    [InlineData("admin1.json", "[{\"code\":null,\"name\":\"a\"}]")]
    [InlineData("admin1.json", "[1]")]
    [InlineData("admin1.json", "[{\"code\":\"\\ud800\",\"name\":\"a\"}]")]
    [InlineData("nl.geojson", "{\"type\":\"Feature\"")]
    [InlineData("nl.geojson", "{\"type\":\"Feature\",\"properties\":[]}")]
    [InlineData("nl.geojson", "{\"type\":\"Feature\",\"properties\":{},\"geometry\":null}")]
    [InlineData("nl.geojson", "{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"coordinates\":[5]}}")]
    [InlineData("nl.geojson", "{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"coordinates\":[5,\"x\"]}}")]
    [InlineData("de.csv", "")]
    [InlineData("de.csv", "what,is,this\n")]
    public void Build_DamagedSource_IsRefusedByName(string name, string content)
    {
        string source = _folder.Write(name, content);

        var exception = Assert.Throws<GazetteerException>(() => Gazetteer.Build(_folder["built.gazetteer"], [source]));

        Assert.StartsWith(source, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', exception.Message);
    }

    [Fact]
    public void Build_SourceCutOff_IsRefusedByName()
    {
        byte[] gzip = TestFolder.Gzip(System.Text.Encoding.UTF8.GetBytes($"{OpenAddressesHeader}\n13.4,52.5,1,A,,Berlin,,,10115,,\n"));
        string source = _folder.Write("de.csv.gz", gzip[..^12]);

        var exception = Assert.Throws<GazetteerException>(() => Gazetteer.Build(_folder["built.gazetteer"], [source]));

        Assert.Contains("de.csv.gz", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_MoreSuffixesOfHouseNumbersThanCanBeNumbered_IsRefusedWithTheCountry()
    {
        const string Letters = "abcdefghijklmnopqrstuvwxyz";
        IEnumerable<string> suffixes =
            from first in Letters from second in Letters from third in Letters from last in "abcd" select $"{first}{second}{third}{last}";
        string bano = string.Concat(suffixes.Take(ushort.MaxValue + 2).Select(static (suffix, i) => $"{i},1{suffix},Rue Un,90000,Belfort,C+O,47.6,6.8\n"));

        var exception = Assert.Throws<GazetteerException>(() => Gazetteer.Build(_folder["built.gazetteer"], [_folder.Write("bano.csv", bano)]));

        Assert.StartsWith("FR: ", exception.Message, StringComparison.Ordinal);
    }

    /// <summary>Too many places are refused in the same way, but are too many for a test.</summary>
    [Fact]
    public void Build_PlacesThatFormNoTree_IsRefusedWithTheCountry()
    {
        var tree = new KdTreeBuilder();
        tree.Add(7, default);
        tree.Add(7, default);

        var exception = Assert.Throws<GazetteerException>(() => CountryColumns.Build(tree, "FR"));

        Assert.StartsWith("FR: Two points have the id 7", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_FewerPeopleThanNone_AreNone()
    {
        const string City = "1\tBelfort\tBelfort\t\t47.64218\t6.85385\tP\tPPLA2\tFR\t\t27\t90\t901\t90010\t-55958\t\t364\tEurope/Paris\t2019-01-01\n";
        Gazetteer.Build(_folder["built.gazetteer"], [_folder.Write("cities.txt", City)]);

        using var gazetteer = Gazetteer.Open(_folder["built.gazetteer"]);

        gazetteer.Verify();
    }

    [Fact]
    public void Geocode_BeyondAHouseOfNumberZero_IsSomewhere()
    {
        const string Bano = "1,0,Rue Un,90000,Belfort,C+O,47.640,6.850\n2,0,Rue Un,90000,Belfort,C+O,47.641,6.850\n3,0,Rue Deux,90000,Belfort,C+O,47.64,6.85\n";
        Gazetteer.Build(_folder["built.gazetteer"], [_folder.Write("bano.csv", Bano)]);
        using var gazetteer = Gazetteer.Open(_folder["built.gazetteer"]);

        foreach (string address in (string[])["5 Rue Un 90000 Belfort", "5 Rue Deux 90000 Belfort"])
        {
            GeocodedAddress found = new GazetteerGeocoder(gazetteer).Geocode(new GeocodingAddress { CountryCode = "FR", Text = address });

            Assert.InRange(found.UncertaintyMeters!.Value, 1, 2_000);
        }
    }

    [Fact]
    public void Build_RecordWithoutACountry_IsLeftOut()
    {
        string postal = string.Concat(new[] { "", "F", "FR", "FRA" }.Select(static country => $"{country}\t90000\tBelfort\t\t\t\t\t\t\t47.64\t6.85\t\n"));
        Gazetteer.Build(_folder["built.gazetteer"], [_folder.Write("postal.txt", postal)]);

        using var gazetteer = Gazetteer.Open(_folder["built.gazetteer"]);

        Assert.Equal(["FR"], gazetteer.CountryCodes);
    }
}
