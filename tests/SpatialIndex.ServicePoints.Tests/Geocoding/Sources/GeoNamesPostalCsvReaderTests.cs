using SpatialIndex.ServicePoints.Geocoding.Sources;

namespace SpatialIndex.ServicePoints.Tests.Geocoding.Sources;

public sealed class GeoNamesPostalCsvReaderTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("country_code,zipcode,place,state,latitude,longitude\nFR,75001,\"Paris, 01\",Île-de-France,48.8,2.3\n")]
    [InlineData("Longitude;LATITUDE;Place;ZipCode;Country_Code;state\n2.3;48.8;Paris, 01;75001;fr;Île-de-France\n")]
    public void Read_ColumnsInAnyOrder_AreKnownByTheirNames(string csv)
    {
        var source = ReadSource.Of(_folder.Write("FR.csv", csv));

        GazetteerRecord code = Assert.Single(source.Records);
        Assert.Equal("GeoNames postal codes CSV", source.Summary.Kind);
        Assert.Equal(("FR", "75001", "Paris, 01", "Île-de-France"), (code.CountryCode, code.PostalCode, code.Locality, code.Region));
        Assert.Equal((48.8, 2.3), (code.Position.Latitude, code.Position.Longitude));
    }

    [Fact]
    public void Read_DamagedLines_AreLeftOutByReason()
    {
        var source = ReadSource.Of(_folder.Write("FR.csv", """
            country_code,zipcode,place,latitude,longitude
            FR,75001,Paris,48.8,2.3
            FR,75001,Paris,48.8
            FR,75001,Paris,north,2.3
            ,75001,Paris,48.8,2.3
            "FR"x,75001,Paris,48.8,2.3
            """));

        Assert.Equal((5, 1, "1 unreadable, 1 with a wrong number of columns, 1 without position, 1 without country"), (source.Summary.Lines, source.Summary.Records, source.LeftOut));
    }
}
