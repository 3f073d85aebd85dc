namespace SpatialIndex.Tests;

/// <summary>Twenty thousand random queries of each kind on many points, each compared with an independent oracle.</summary>
public sealed class KdTreeBulkTests(BulkData data) : IClassFixture<BulkData>
{
    private const int QueryCount = 20_000;

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(100)]
    public void Nearest_ManyQueries_EqualsTheLatitudeScan(int most) => AssertAllEqual(query =>
    {
        var results = new Neighbor[most];
        int count = data.Tree.Nearest(query.Center, results, data.Filters[query.Filter]);
        return SearchAssert.Difference(data.Tree, data.OracleOf(query.Filter).Nearest(query.Center, most), results, count);
    });

    [Fact]
    public void NearestWithin_ManyQueries_EqualsTheLatitudeScan() => AssertAllEqual(query =>
    {
        var results = new Neighbor[query.Most];
        int count = data.Tree.NearestWithin(query.Center, query.RadiusMeters, results, data.Filters[query.Filter]);
        Hit[] expected = data.OracleOf(query.Filter).Nearest(query.Center, query.Most, query.RadiusMeters);
        return SearchAssert.Difference(data.Tree, expected, results, count);
    });

    [Fact]
    public void InBox_ManyQueries_EqualsTheLatitudeScan() => AssertAllEqual(query =>
    {
        var results = new Neighbor[query.Most];
        int count = data.Tree.InBox(query.Box, results, data.Filters[query.Filter]);
        return SearchAssert.Difference(data.Tree, data.OracleOf(query.Filter).LowestIds(query.Box, query.Most), results, count);
    });

    [Fact]
    public void NearestInBox_ManyQueries_EqualsTheLatitudeScan() => AssertAllEqual(query =>
    {
        var results = new Neighbor[query.Most];
        int count = data.Tree.NearestInBox(query.Center, query.Box, results, data.Filters[query.Filter]);
        Hit[] expected = data.OracleOf(query.Filter).Nearest(query.Center, query.Most, box: query.Box);
        return SearchAssert.Difference(data.Tree, expected, results, count);
    });

    private void AssertAllEqual(Func<Query, string?> differenceOf)
    {
        var random = new Random(BulkData.Seed);
        Query[] queries = [.. Enumerable.Range(0, QueryCount).Select(_ => RandomQuery(random))];
        var differences = new string?[QueryCount];

        Parallel.For(0, QueryCount, i => differences[i] = differenceOf(queries[i]));

        int first = Array.FindIndex(differences, difference => difference is not null);
        Assert.True(first < 0, first < 0 ? "" : $"Seed {BulkData.Seed}, query {first}, {queries[first]}: {differences[first]}.");
    }

    private Query RandomQuery(Random random)
    {
        GeoPoint center = RandomCenter(random);
        return new Query(
            center,
            random.Next(data.Filters.Length),
            (int)Math.Pow(10, random.Next(3)),
            RandomRadius(center, random),
            QuerySets.Around(random.Next(4) == 0 ? RandomCenter(random) : center, Math.Pow(10, (6.25 * random.NextDouble()) - 4), random));
    }

    private GeoPoint RandomCenter(Random random)
    {
        GeoPoint position = data.Points[random.Next(data.Points.Length)].Position;
        return random.Next(8) switch
        {
            0 => PointSets.RandomPosition(Distribution.Uniform, random),
            1 => PointSets.RandomPosition(Distribution.Antimeridian, random),
            2 => PointSets.RandomPosition(Distribution.Poles, random),
            3 => position,
            _ => PointSets.Near(position, Math.Pow(10, 6 * random.NextDouble()), random),
        };
    }

    /// <summary>Every fourth is the exact distance of a point.</summary>
    private double RandomRadius(GeoPoint center, Random random) => random.Next(4) == 0
        ? Haversine.DistanceMeters(center, data.Points[random.Next(data.Points.Length)].Position)
        : Math.Pow(10, 7.5 * random.NextDouble());

    private readonly record struct Query(GeoPoint Center, int Filter, int Most, double RadiusMeters, BoundingBox Box);
}
