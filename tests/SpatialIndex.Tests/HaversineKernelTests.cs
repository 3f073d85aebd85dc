namespace SpatialIndex.Tests;

public sealed class HaversineKernelTests
{
    private const int Seed = 8086;

    /// <summary>As many as a leaf of the tree and more, in whole vectors of eight.</summary>
    private const int Capacity = 104;

    private delegate void Form(
        double latitude, double longitude, ref double latitudes, ref double longitudes, ref double distances, int count);

    public static TheoryData<Distribution> Distributions => PointSets.All;

    private static Form[] Forms =>
    [
        HaversineKernel.DistancesMetersByScalar,
        HaversineKernel.DistancesMetersByVector256,
        HaversineKernel.DistancesMetersByVector512,
        Haversine.DistancesMeters,
    ];

    [Theory]
    [MemberData(nameof(Distributions))]
    public void DistancesMeters_BetweenPointsOfASet_AreThoseOfSinglePairsToTheBit(Distribution distribution)
    {
        GeoPoint[] points = [.. PointSets.Make(distribution, 200 + Capacity, Seed).Select(point => point.Position)];
        for (int i = 0; i < 200; i++)
        {
            AssertSameBits(points[i], points.AsSpan(i, Capacity));
        }
    }

    [Theory]
    [MemberData(nameof(Distributions))]
    public void DistancesMeters_ToNeighborsAndAntipodes_AreThoseOfSinglePairsToTheBit(Distribution distribution)
    {
        var random = new Random(Seed);
        var others = new GeoPoint[Capacity];
        foreach (TestPoint point in PointSets.Make(distribution, 200, Seed))
        {
            GeoPoint antipode = Geo.Wrap(-point.Position.Latitude, point.Position.Longitude + 180);
            for (int i = 0; i < others.Length; i++)
            {
                GeoPoint around = i % 2 == 0 ? point.Position : antipode;
                others[i] = PointSets.Near(around, Math.Pow(10, (16 * random.NextDouble()) - 9), random);
            }

            AssertSameBits(point.Position, others);
        }
    }

    [Fact]
    public void DistancesMeters_BetweenEdgesOfTheFormula_AreThoseOfSinglePairsToTheBit()
    {
        double[] latitudes = [-90, -60, -45, -0.0, 0, 45, Math.BitDecrement(60), 60, Math.BitIncrement(60), Math.BitDecrement(90), 90];
        double[] longitudes = [-180, Math.BitIncrement(-180), -90, -0.0, 0, double.Epsilon, 90, Math.BitIncrement(90), 180];
        GeoPoint[] points = [.. latitudes.SelectMany(_ => longitudes, Geo.At)];
        foreach (GeoPoint point in points)
        {
            AssertSameBits(point, points);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(13)]
    public void DistancesMeters_AnyCount_FillsThatManyAndNoWholeVectorMore(int count)
    {
        int end = (count + 7) / 8 * 8;
        foreach (Form form in Forms)
        {
            var latitudes = new double[Capacity];
            var longitudes = new double[Capacity];
            var distances = new double[Capacity];
            Array.Fill(latitudes, double.NaN, count, Capacity - count);
            Array.Fill(distances, -1);

            form(0, 90, ref latitudes[0], ref longitudes[0], ref distances[0], count);

            Assert.All(distances[..count], distance => Assert.Equal(Haversine.MaxDistanceMeters / 2, distance, 1e-8));
            Assert.All(distances[end..], distance => Assert.Equal(-1, distance));
        }
    }

    private static void AssertSameBits(GeoPoint from, ReadOnlySpan<GeoPoint> to)
    {
        var latitudes = new double[Capacity];
        var longitudes = new double[Capacity];
        var expected = new double[to.Length];
        for (int i = 0; i < to.Length; i++)
        {
            latitudes[i] = to[i].Latitude;
            longitudes[i] = to[i].Longitude;
            expected[i] = Haversine.DistanceMeters(from, to[i]);
            AssertSameBits(expected[i], Haversine.DistanceMeters(to[i], from), from, to[i]);
        }

        foreach (Form form in Forms)
        {
            var distances = new double[Capacity];
            form(from.Latitude, from.Longitude, ref latitudes[0], ref longitudes[0], ref distances[0], to.Length);
            for (int i = 0; i < to.Length; i++)
            {
                AssertSameBits(expected[i], distances[i], from, to[i]);
            }
        }
    }

    private static void AssertSameBits(double expected, double actual, GeoPoint from, GeoPoint to) =>
        Assert.True(
            BitConverter.DoubleToInt64Bits(expected) == BitConverter.DoubleToInt64Bits(actual),
            $"Seed {Seed}: {from} to {to} is {actual:R} and not {expected:R}.");
}
