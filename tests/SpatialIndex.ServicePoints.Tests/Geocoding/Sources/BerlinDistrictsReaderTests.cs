namespace SpatialIndex.ServicePoints.Tests.Geocoding.Sources;

public sealed class BerlinDistrictsReaderTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_Districts_AreTakenAndGiveNothing()
    {
        var source = ReadSource.Of(_folder.Write("districts.csv", "postcode,district\n12524,Treptow-Köpenick\n10961,Friedrichshain-Kreuzberg\n"));

        Assert.Equal(("Berlin districts", 2, 0, "2 without position"), (source.Summary.Kind, source.Summary.Lines, source.Summary.Records, source.LeftOut));
    }
}
