using SpatialIndex.ServicePoints.Geocoding;
using SpatialIndex.ServicePoints.Geocoding.Sources;

namespace SpatialIndex.ServicePoints.Tests.Geocoding.Sources;

public sealed class OpenAddressesCsvReaderTests : IDisposable
{
    private const string Header = "LON,LAT,NUMBER,STREET,UNIT,CITY,DISTRICT,REGION,POSTCODE,ID,HASH\n";
    private const string Good = "-122.27,37.87,2180,MILVIA ST,,BERKELEY,,CA,94704,,a\n";

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(Header + Good)]
    [InlineData(Header + "\"-122.27\",\"37.87\",\"2180\",\"MILVIA ST\",\"\",\"BERKELEY\",\"\",\"CA\",\"94704\",\"\",\"a\"\n")]
    [InlineData("hash,street,lat,postcode,number,lon,city,region,accuracy\na,MILVIA ST,37.87,94704,2180,-122.27,BERKELEY,CA,rooftop\n")]
    [InlineData("Lat;Lon;Street;Street;Number;City;Postcode;Region\n37.87;-122.27;MILVIA ST;other;2180;BERKELEY;94704;CA\n")]
    [InlineData("\uFEFFlon\tlat\tstreet\tnumber\tcity\tpostcode\tregion\r\n-122.27\t37.87\tMILVIA ST\t2180\tBERKELEY\t94704\tCA\r\n")]
    public void Read_ColumnsInAnyOrderAndCase_AreKnownByTheirNames(string csv)
    {
        var source = ReadSource.Of(_folder.Write("berkeley.csv", csv), "US");

        GazetteerRecord house = Assert.Single(source.Records);
        Assert.Equal(("OpenAddresses CSV", "US"), (source.Summary.Kind, source.Summary.CountryCode));
        Assert.Equal(("US", "2180", "MILVIA ST", "94704", "BERKELEY", "CA"), (house.CountryCode, house.HouseNumber, house.Street, house.PostalCode, house.Locality, house.Region));
        Assert.Equal((37.87, -122.27), (house.Position.Latitude, house.Position.Longitude));
    }

    [Fact]
    public void Read_QuotedLineBreakAndQuotes_AreText()
    {
        var source = ReadSource.Of(_folder.Write("us.csv", Header + "-122.27,37.87,2180,\"MILVIA\n\"\"ST\"\"\",,BERKELEY,,CA,94704,,a\n" + Good));

        Assert.Equal(["MILVIA\n\"ST\"", "MILVIA ST"], source.Records.Select(static house => house.Street));
    }

    [Fact]
    public void Read_FoldersOfOpenAddresses_TellTheCountry()
    {
        Directory.CreateDirectory(_folder["us/ca"]);

        var source = ReadSource.Of(_folder.Write("us/ca/berkeley.csv", Header + Good));

        Assert.Equal(("US", "US"), (source.Summary.CountryCode, Assert.Single(source.Records).CountryCode));
    }

    [Fact]
    public void Read_CountryGiven_GoesBeforeThePath() => Assert.Equal("US", Assert.Single(ReadSource.Of(_folder.Write("be.csv", Header + Good), "US").Records).CountryCode);

    [Fact]
    public void Read_NoCountry_IsRefusedWithWhatToDo()
    {
        string path = _folder.Write("berkeley.csv", Header + Good);

        GazetteerException refusal = Assert.Throws<GazetteerException>(() => ReadSource.Of(path));

        Assert.EndsWith($"1 without country. Say which country it is of, as in US={path}.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_DamagedLines_AreLeftOutByReason()
    {
        var source = ReadSource.Of(_folder.Write("us.csv", Header + Good
            + "-122.27,37.87,2180\n"
            + ",,2180,MILVIA ST,,BERKELEY,,CA,94704,,a\n"
            + "-222.27,37.87,2180,MILVIA ST,,BERKELEY,,CA,94704,,a\n"
            + "-122.27,37.87,,,,,,CA,,,a\n"
            + "-122.27,37.87,\"2180,MILVIA ST,,BERKELEY,,CA,94704,,a\n"
            + Good));

        Assert.Equal((7, 2, "1 unreadable, 1 with a wrong number of columns, 2 without position, 1 without address"), (source.Summary.Lines, source.Summary.Records, source.LeftOut));
    }
}
