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
    public void Geocode_CityWhoseCodesNumberItsDistricts_HasTheNameOfTheCity()
    {
        const string City = "1\tBern\tBern\t\t46.94809\t7.44744\tP\tPPLC\tCH\t\tBE\t246\t\t\t121631\t\t549\tEurope/Zurich\t2019-09-05\n";
        const string Codes = "CH\t3000\tBern 5\tBern\tBE\t\t\t\t\t46.9481\t7.4475\t\nCH\t3008\tBern\tBern\tBE\t\t\t\t\t46.9450\t7.4300\t\n";
        Gazetteer.Build(_folder["built.gazetteer"], [_folder.Write("cities.txt", City), _folder.Write("CH.txt", Codes)]);
        using var gazetteer = Gazetteer.Open(_folder["built.gazetteer"]);

        GeocodedAddress found = new GazetteerGeocoder(gazetteer).Geocode(new GeocodingAddress { CountryCode = "CH", City = "Bern" });

        Assert.Equal("Bern, Schweiz", found.Answer.FormattedAddress);
    }

    [Fact]
    public void Geocode_LocalityOfALongName_IsFound()
    {
        string name = string.Join(' ', Enumerable.Repeat("Llanfairpwllgwyngyllgogery", 5));
        Gazetteer.Build(_folder["built.gazetteer"], [_folder.Write("GB.txt", $"GB\tLL61\t{name}\t\t\t\t\t\t\t53.22\t-4.2\t\n")]);
        using var gazetteer = Gazetteer.Open(_folder["built.gazetteer"]);

        GeocodedAddress found = new GazetteerGeocoder(gazetteer).Geocode(new GeocodingAddress { CountryCode = "GB", City = name });

        Assert.NotNull(found.Answer.Location);
    }

    [Fact]
    public void Geocode_BetweenHousesOnBothSidesOfTheAntimeridian_IsBetweenThem()
    {
        string houses = $"{OpenAddressesHeader}\n179.999,-16.8,1,Queens Road,,Taveuni,,,,,\n-179.999,-16.8,5,Queens Road,,Taveuni,,,,,\n";
        Gazetteer.Build(_folder["built.gazetteer"], [_folder.Write("fj.csv", houses)]);
        using var gazetteer = Gazetteer.Open(_folder["built.gazetteer"]);

        GeocodedAddress found = new GazetteerGeocoder(gazetteer).Geocode(new GeocodingAddress { CountryCode = "FJ", Text = "3 Queens Road, Taveuni" });

        Assert.InRange(Math.Abs(found.Answer.Location!.Value.Longitude), 179.999, 180);
    }

    [Fact]
    public void Build_CountryGiven_IsTakenInAnyCaseAndOthersThrow()
    {
        string source = _folder.Write("berkeley.csv", $"{OpenAddressesHeader}\n-122.27,37.87,1,Main Street,,Berkeley,,,94704,,\n");

        Gazetteer.Build(_folder["built.gazetteer"], [new GazetteerInput(source, "us")]);

        using var gazetteer = Gazetteer.Open(_folder["built.gazetteer"]);
        Assert.Equal(["US"], gazetteer.CountryCodes);
        Assert.Throws<ArgumentException>(() => Gazetteer.Build(_folder["built.gazetteer"], [new GazetteerInput(source, "USA")]));
        Assert.Throws<ArgumentException>(() => Gazetteer.Build("", [new GazetteerInput(source, "US")]));
    }

    /// <summary>What could not be mapped has nothing to let go of.</summary>
    [Fact]
    public void Open_FilesThatAreNone_AreRefusedAndFinalized()
    {
        foreach (string path in (string[])[_folder.Write("empty", ""), Path.GetDirectoryName(_folder["x"])!])
        {
            Assert.StartsWith(path, Assert.Throws<GazetteerException>(() => Gazetteer.Open(path)).Message, StringComparison.Ordinal);
        }

        GC.Collect();
        GC.WaitForPendingFinalizers();
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
