using SpatialIndex.ServicePoints.Feeds;
using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.ServicePoints.Tests.Snapshots;

public class CountryContentTests
{
    /// <summary>Too many points are refused in the same way, but are too many for a test.</summary>
    [Fact]
    public void Build_PointsThatFormNoTree_IsRefusedWithTheCountry()
    {
        var builder = new KdTreeBuilder();
        builder.Add(7, default);
        builder.Add(7, default);

        var exception = Assert.Throws<FeedException>(() => CountryContent.Build(builder, "NL", maxThreads: 1));

        Assert.StartsWith("NL: Two points have the id 7", exception.Message, StringComparison.Ordinal);
    }
}
