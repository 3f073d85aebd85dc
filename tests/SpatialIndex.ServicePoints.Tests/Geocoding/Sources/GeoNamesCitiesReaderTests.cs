using SpatialIndex.ServicePoints.Geocoding.Sources;

namespace SpatialIndex.ServicePoints.Tests.Geocoding.Sources;

public sealed class GeoNamesCitiesReaderTests : IDisposable
{
    private const string Munich = "2\tMunich\tMunich\tMünchen,,Muenchen\t48.13743\t11.57549\tP\tPPLA\tDE\t\t02\t\t\t\t1260391\t\t524\tEurope/Berlin\t2019-09-05\n";

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_City_HasItsOtherNamesAndPeople()
    {
        var source = ReadSource.Of(_folder.Write("cities.txt.gz", TestFolder.Gzip(System.Text.Encoding.UTF8.GetBytes(Munich))));

        GazetteerRecord city = Assert.Single(source.Records);
        Assert.Equal(("GeoNames cities", ""), (source.Summary.Kind, source.LeftOut));
        Assert.Equal((GazetteerSourceKind.GeoNamesCities, "DE", "Munich", 1260391, ""), (city.Source, city.CountryCode, city.Locality, city.Population, city.Region));
        Assert.Equal(["München", "Muenchen"], city.OtherNames);
        Assert.Equal((48.13743, 11.57549), (city.Position.Latitude, city.Position.Longitude));
    }

    [Fact]
    public void Read_AfterNamesOfRegions_NamesItsRegion()
    {
        IReadOnlyList<ISourceReader> readers = SourceReaders.Create();
        ReadSource.Of(readers, _folder.Write("admin1.json", """[{"code":"DE.02","name":"Bavaria"}]"""));

        Assert.Equal("Bavaria", Assert.Single(ReadSource.Of(readers, _folder.Write("cities.txt", Munich)).Records).Region);
    }

    [Fact]
    public void Read_QuotesInNames_AreLetters()
    {
        var source = ReadSource.Of(_folder.Write("cities.txt", Munich.Replace("Munich\tMunich", "\"Munich\tYur\"yivka", StringComparison.Ordinal) + Munich));

        Assert.Equal(["\"Munich", "Munich"], source.Records.Select(static city => city.Locality));
    }

    [Fact]
    public void Read_DamagedLines_AreLeftOutByReason()
    {
        string damaged = "2\tMunich\n"
            + Munich.Replace("48.13743", "48,13743", StringComparison.Ordinal)
            + Munich.Replace("48.13743", "98.13743", StringComparison.Ordinal)
            + Munich.Replace("\tDE\t", "\tGermany\t", StringComparison.Ordinal)
            + Munich.Replace("1260391", "-5", StringComparison.Ordinal);

        var source = ReadSource.Of(_folder.Write("cities.txt", damaged));

        Assert.Equal((5, 1, "1 with a wrong number of columns, 2 without position, 1 without country"), (source.Summary.Lines, source.Summary.Records, source.LeftOut));
        Assert.Equal(0, Assert.Single(source.Records).Population);
    }
}
