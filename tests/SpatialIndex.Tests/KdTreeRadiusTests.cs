namespace SpatialIndex.Tests;

public sealed class KdTreeRadiusTests
{
    private const int Seed = 2002;

    public static TheoryData<Distribution> Distributions => PointSets.All;

    [Theory]
    [MemberData(nameof(Distributions))]
    public void NearestWithin_EveryRadiusFilterAndCount_EqualsBruteForce(Distribution distribution)
    {
        TestPoint[] points = PointSets.Make(distribution, 1500, Seed);
        KdTree tree = PointSets.Build(points);
        var oracle = new BruteForce(points);
        var random = new Random(Seed);

        foreach (GeoPoint center in QuerySets.Centers(points, Seed))
        {
            double[] radii = [.. QuerySets.Radii(points, center, random)];
            foreach (PointFilter filter in QuerySets.Filters(PointSets.ManyClasses))
            {
                Hit[] nearest = oracle.Nearest(center, filter);
                foreach (double radius in radii)
                {
                    Hit[] expected = [.. nearest.TakeWhile(hit => hit.DistanceMeters <= radius)];
                    foreach (int k in (int[])[1, 10, 100, 1501])
                    {
                        var results = new Neighbor[k];
                        int count = tree.NearestWithin(center, radius, results, filter);
                        SearchAssert.Equal(
                            tree, expected, results, count, $"{distribution}, seed {Seed}, {k} within {radius:R} m of {center}, {filter}");
                    }
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Distributions))]
    public void NearestWithin_RadiusEqualToADistance_IncludesThatPoint(Distribution distribution)
    {
        TestPoint[] points = PointSets.Make(distribution, 1500, Seed);
        KdTree tree = PointSets.Build(points);
        var results = new Neighbor[points.Length];

        foreach (GeoPoint center in QuerySets.Centers(points, Seed).Take(20))
        {
            foreach (TestPoint point in points.Take(200))
            {
                double distance = Haversine.DistanceMeters(center, point.Position);
                int count = tree.NearestWithin(center, distance, results);
                Assert.Contains(results[..count], result => result.Id == point.Id);
            }
        }
    }

    [Fact]
    public void NearestWithin_RadiusJustBelowADistance_ExcludesThatPoint()
    {
        KdTree tree = PointSets.Build([new TestPoint(1, Geo.At(45, 5), 0, 0)]);
        double distance = Haversine.DistanceMeters(Geo.At(44, 4), Geo.At(45, 5));

        int count = tree.NearestWithin(Geo.At(44, 4), Math.BitDecrement(distance), new Neighbor[1]);

        Assert.Equal(0, count);
    }

    [Fact]
    public void NearestWithin_RadiusZero_FindsEveryPointAtThePlace()
    {
        KdTree tree = PointSets.Build(
        [
            new TestPoint(7, Geo.At(45, 5), 0, 0),
            new TestPoint(-3, Geo.At(45, 5), 0, 0),
            new TestPoint(1, Geo.At(45, 5.0000001), 0, 0),
        ]);
        var results = new Neighbor[3];

        int count = tree.NearestWithin(Geo.At(45, 5), 0, results);

        Assert.Equal([-3, 7], results[..count].Select(result => result.Id));
    }

    [Theory]
    [InlineData(180, -180)]
    [InlineData(-180, 180)]
    public void NearestWithin_RadiusZeroOnTheAntimeridian_FindsThePointOfEitherSign(double centerLongitude, double pointLongitude)
    {
        KdTree tree = PointSets.Build([new TestPoint(1, Geo.At(-17, pointLongitude), 0, 0)]);

        int count = tree.NearestWithin(Geo.At(-17, centerLongitude), 0, new Neighbor[1]);

        Assert.Equal(1, count);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(-double.Epsilon)]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    public void NearestWithin_RadiusNegativeOrNotANumber_Throws(double radius)
    {
        KdTree tree = PointSets.Build([]);

        var exception = Assert.Throws<ArgumentOutOfRangeException>(() => tree.NearestWithin(Geo.At(0, 0), radius, new Neighbor[1]));

        Assert.Equal("radiusMeters", exception.ParamName);
    }
}
