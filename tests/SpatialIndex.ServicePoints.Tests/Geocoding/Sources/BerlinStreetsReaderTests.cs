using SpatialIndex.ServicePoints.Geocoding.Sources;

namespace SpatialIndex.ServicePoints.Tests.Geocoding.Sources;

public sealed class BerlinStreetsReaderTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_Street_ReachesHalfItsLength()
    {
        var source = ReadSource.Of(_folder.Write("streets.csv", "id,name,cluster,postcode,lat,lon,length\ns1,\"Tegeler Hafenbrücke \"\"Sechserbrücke\"\"\",1,13507,52.58,13.27,91\n"));

        GazetteerRecord street = Assert.Single(source.Records);
        Assert.Equal("Berlin streets", source.Summary.Kind);
        Assert.Equal(("DE", "Berlin", "13507", "Tegeler Hafenbrücke \"Sechserbrücke\"", 45), (street.CountryCode, street.Locality, street.PostalCode, street.Street, street.RadiusMeters));
    }

    [Fact]
    public void Read_DamagedLines_AreLeftOutByReason()
    {
        var source = ReadSource.Of(_folder.Write("streets.csv", """
            ID,Name,Cluster,Postcode,Lat,Lon,Length
            s1,Aalstieg,1,12589,52.4,13.6,long
            s1,Aalstieg,1,12589,,13.6,438
            s1,Aalstieg,1,12589
            """));

        Assert.Equal((3, 1, "1 with a wrong number of columns, 1 without position"), (source.Summary.Lines, source.Summary.Records, source.LeftOut));
        Assert.Equal(0, source.Records[0].RadiusMeters);
    }
}
