using System.Text;
using SpatialIndex.ServicePoints.Feeds;
using SpatialIndex.ServicePoints.Feeds.Proposals;

namespace SpatialIndex.ServicePoints.Tests.Feeds.Proposals;

public class RecordArrayFinderTests
{
    [Theory]
    [InlineData("""[{"a":[{},{},{}]},{}]""", "", 2, false)]
    [InlineData("""{"meta":[{}],"data":{"points":[{"h":[{},{},{}]},{}]},"after":[1,2,3]}""", "data.points", 2, false)]
    [InlineData("""{"type":"FeatureCollection","features":[{"type":"Feature","geometry":null}]}""", "features", 1, true)]
    [InlineData("""{"features":[{"properties":{"geometry":1}}]}""", "features", 1, false)]
    [InlineData("""{"a":{"b":[{}]},"c":{"d":[{},{}],"e":[{}]}}""", "c.d", 2, false)]
    public void Largest_OfADocument_IsFound(string json, string path, long objects, bool hasFeatures)
    {
        RecordArray array = Find(json)!;

        Assert.Equal((path, objects, hasFeatures), (string.Join('.', array.Path), array.Objects, array.HasFeatures));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[1,[{}]]")]
    [InlineData("""{"a":{"1":{},"2":{}}}""")]
    public void Largest_NoArrayOfObjects_IsNone(string json) => Assert.Null(Find(json));

    [Fact]
    public void Largest_ManyArrays_AreCounted() => Assert.Equal(2, Find("""{"1":{"h":[{}]},"2":{"h":[{},{}]},"3":{"h":[{}]}}""")!.Others);

    [Theory]
    [InlineData("""{"a":[{}""")]
    [InlineData("""{"a" [{}]}""")]
    [InlineData("""{"\ud800":[{}]}""")]
    public void Largest_NoJson_IsRefused(string json) => Assert.Throws<FeedException>(() => Find(json));

    private static RecordArray? Find(string json) => RecordArrayFinder.Largest(new MemoryStream(Encoding.UTF8.GetBytes(json)), "test.json");
}
