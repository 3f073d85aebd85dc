namespace SpatialIndex.ServicePoints.Tests.Geocoding.Sources;

public sealed class Admin1TableReaderTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_Codes_AreRecordsWithoutPlaces()
    {
        var source = ReadSource.Of(_folder.Write("admin1CodesASCII.txt", "AD.06\tSant Julià de Lòria\tSant Julia de Loria\t3039162\nDE.02\t\t\t\nDE.16\tBerlin\n"));

        Assert.Equal("GeoNames admin1 codes", source.Summary.Kind);
        Assert.Equal((3, 1, "1 with a wrong number of columns, 1 without name"), (source.Summary.Lines, source.Summary.Records, source.LeftOut));
        Assert.Empty(source.Records);
    }
}
