using SpatialIndex.ServicePoints.Geocoding;

namespace SpatialIndex.ServicePoints.Tests.Geocoding.Building;

public sealed class GazetteerBuilderTests : IDisposable
{
    private const string Regions = """[{"code":"DE.02","name":"Bavaria"}]""";
    private const string Munich = "2\tMunich\tMunich\tMünchen\t48.1\t11.5\tP\tPPLA\tDE\t\t02\t\t\t\t1260391\t\t524\tEurope/Berlin\t2019\n";
    private const string Village = "3\tMunich\tMunich\t\t53.1\t11.5\tP\tPPL\tDE\t\t12\t\t\t\t20\t\t5\tEurope/Berlin\t2019\n";
    private const string Island = "4\tSaint-Denis\tSaint-Denis\t\t-20.9\t55.4\tP\tPPL\tRE\t\t01\t\t\t\t9\t\t5\tIndian/Reunion\t2019\n";
    private const string Header = "lon,lat,number,street,city,postcode\n";

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("admin1", "cities")]
    [InlineData("cities", "admin1")]
    public void Build_RegionsAndCities_InAnyOrder(string first, string second)
    {
        _folder.Write("admin1", Regions);
        _folder.Write("cities", Munich);

        IReadOnlyList<GazetteerSourceSummary> summaries = Gazetteer.Build(_folder["de.gazetteer"], [_folder[first], _folder[second]]);

        Assert.Equal([_folder[first], _folder[second]], summaries.Select(static summary => summary.Path));
        Assert.Equal("Munich, Bavaria, Deutschland", Find("München"));
    }

    [Fact]
    public void Build_CitiesOfOneName_LargestFirstWhateverTheFiles()
    {
        Gazetteer.Build(_folder["de.gazetteer"], [_folder.Write("village", Village), _folder.Write("city", Munich)]);
        string large = Find("Munich");

        Gazetteer.Build(_folder["de.gazetteer"], [_folder.Write("city", Munich), _folder.Write("village", Village)]);

        Assert.Equal(large, Find("Munich"));
        using var gazetteer = Gazetteer.Open(_folder["de.gazetteer"]);
        Assert.Equal(48.1, new GazetteerGeocoder(gazetteer).Geocode(new GeocodingAddress { CountryCode = "DE", Text = "Munich" }).Answer.Location!.Value.Latitude);
    }

    [Fact]
    public void Build_SameSources_SameBytes()
    {
        string[] sources = [_folder.Write("cities", Munich + Village + Island), _folder.Write("de.csv", Header + "11.5,48.1,1,Ring,Munich,80331\n")];
        Gazetteer.Build(_folder["one"], sources);
        Gazetteer.Build(_folder["two"], sources);

        Assert.Equal(File.ReadAllBytes(_folder["one"]), File.ReadAllBytes(_folder["two"]));
    }

    [Fact]
    public void Build_AddressOfNoPlace_IsCounted()
    {
        string path = _folder.Write("de.csv", Header + "11.5,48.1,1,Ring,,\n11.5,48.1,1,Ring,Munich,80331\n11.5,48.1,1,Weg,,80331\n11.5,48.1,1,Weg,,10115\n");

        GazetteerSourceSummary summary = Assert.Single(Gazetteer.Build(_folder["de.gazetteer"], [path]));

        Assert.Equal($"{path} (OpenAddresses CSV of DE): 4 lines = 2 records + 2 left out: 2 without locality", summary.ToString());
    }

    [Fact]
    public void Build_TerritoryOfAnotherCountry_IsOneRecord()
    {
        GazetteerSourceSummary summary = Assert.Single(Gazetteer.Build(_folder["re.gazetteer"], [_folder.Write("cities", Island)]));

        Assert.Equal((1, 1), (summary.Lines, summary.Records));
        using var gazetteer = Gazetteer.Open(_folder["re.gazetteer"]);
        Assert.Equal(["FR", "RE"], gazetteer.CountryCodes);
    }

    [Fact]
    public void Build_SourceRefused_LeavesTheFileAsItWas()
    {
        _folder.Write("de.gazetteer", "old");

        Assert.Throws<GazetteerException>(() => Gazetteer.Build(_folder["de.gazetteer"], [_folder.Write("cities", Munich), _folder.Write("x", "x")]));

        Assert.Equal("old", File.ReadAllText(_folder["de.gazetteer"]));
    }

    [Fact]
    public void Build_MoreSuffixesThanAColumnHolds_IsRefused()
    {
        IEnumerable<string> lines = Enumerable.Range(0, 70_000).Select(static i => $"1,\"1 a{i}\",Rue Thiers,90000,Belfort,C+O,47.6390,6.8550\n");

        Assert.Throws<GazetteerException>(() => Gazetteer.Build(_folder["fr.gazetteer"], [_folder.Write("bano.csv", string.Concat(lines))]));
    }

    private string Find(string text)
    {
        using var gazetteer = Gazetteer.Open(_folder["de.gazetteer"]);
        return new GazetteerGeocoder(gazetteer).Geocode(new GeocodingAddress { CountryCode = "DE", Text = text }).Answer.FormattedAddress!;
    }
}
