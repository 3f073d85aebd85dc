namespace SpatialIndex.Tests;

public sealed class LatitudeScanTests
{
    private const int Seed = 7007;

    public static TheoryData<Distribution> Distributions => PointSets.All;

    [Theory]
    [MemberData(nameof(Distributions))]
    public void Nearest_AnyRadiusBoxAndFilter_EqualsBruteForce(Distribution distribution)
    {
        TestPoint[] points = PointSets.Make(distribution, 1000, Seed);
        var oracle = new BruteForce(points);
        var random = new Random(Seed);
        BoundingBox[] boxes = [.. QuerySets.Boxes(points, Seed)];

        foreach (PointFilter filter in QuerySets.Filters(PointSets.ManyClasses))
        {
            var scan = new LatitudeScan(points, filter);
            foreach (GeoPoint center in QuerySets.Centers(points, Seed))
            {
                BoundingBox box = boxes[random.Next(boxes.Length)];
                Assert.Equal(oracle.Nearest(center, filter).Take(10), scan.Nearest(center, 10));
                Assert.Equal(oracle.Nearest(center, filter, box: box).Take(10), scan.Nearest(center, 10, box: box));
                foreach (double radius in QuerySets.Radii(points, center, random))
                {
                    Assert.Equal(oracle.Nearest(center, filter, radius).Take(10), scan.Nearest(center, 10, radius));
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Distributions))]
    public void LowestIds_AnyBoxAndFilter_EqualsBruteForce(Distribution distribution)
    {
        TestPoint[] points = PointSets.Make(distribution, 1000, Seed);
        var oracle = new BruteForce(points);

        foreach (PointFilter filter in QuerySets.Filters(PointSets.ManyClasses))
        {
            var scan = new LatitudeScan(points, filter);
            foreach (BoundingBox box in QuerySets.Boxes(points, Seed))
            {
                Assert.Equal(oracle.LowestIds(filter, box).Take(10), scan.LowestIds(box, 10));
            }
        }
    }
}
