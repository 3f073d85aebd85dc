using SpatialIndex.ServicePoints.Geocoding;

namespace SpatialIndex.ServicePoints.Tests.Geocoding.Sources;

public sealed class Admin1JsonReaderTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("""[{"code":"DE.02","name":"Bavaria"},{"name":"Berlin","code":"DE.16"}]""")]
    [InlineData("\uFEFF \n[\n  { \"code\" : \"DE.02\", \"name\": \"Bavaria\" },\n  {\n\"code\":\"DE.16\", \"name\":\"Berlin\"}\n]\n")]
    public void Read_Names_AreRecordsWithoutPlaces(string json)
    {
        var source = ReadSource.Of(_folder.Write("regions", json));

        Assert.Equal(("GeoNames admin1 JSON", 2, 2), (source.Summary.Kind, source.Summary.Lines, source.Summary.Records));
        Assert.Empty(source.Records);
    }

    [Fact]
    public void Read_EntriesWithoutNames_AreLeftOut()
    {
        var source = ReadSource.Of(_folder.Write("admin1.json", """[{"code":"DE.02"},{"name":"Berlin"},{"code":"DE.03","name":" "},7,{"code":"DE.04","name":"Bremen"}]"""));

        Assert.Equal((5, 1, "1 unreadable, 3 without name"), (source.Summary.Lines, source.Summary.Records, source.LeftOut));
    }

    [Theory]
    [InlineData("[")]
    [InlineData("[{")]
    [InlineData("[]")]
    [InlineData("""[{"code":"DE.02","name":"Bavaria"},{"code":]""")]
    [InlineData("""[{"type":"Feature"}]""")]
    public void Read_NoListOfNames_IsRefused(string json) => Assert.Throws<GazetteerException>(() => ReadSource.Of(_folder.Write("admin1.json", json)));
}
