namespace SpatialIndex.Tests;

public sealed class ChordLimitTests
{
    private const int Seed = 9009;

    public static TheoryData<Distribution> Distributions => PointSets.All;

    [Theory]
    [MemberData(nameof(Distributions))]
    public void Squared_DistanceOfAPair_IsNotBelowTheChordOfItsVectors(Distribution distribution)
    {
        var random = new Random(Seed);
        foreach (TestPoint point in PointSets.Make(distribution, 20_000, Seed))
        {
            AssertReaches(PointSets.Near(point.Position, Math.Pow(10, 7 * random.NextDouble()), random), point.Position);
        }
    }

    [Fact]
    public void Squared_NearAntipodesOnTheDiagonal_IsNotBelowTheChordOfItsVectors()
    {
        // Here a chord runs along (1, 1, 1), where the rounding of all three coordinates can add up: the worst case of the bound.
        var random = new Random(Seed);
        double latitude = double.RadiansToDegrees(Math.Asin(1 / Math.Sqrt(3)));
        for (int i = 0; i < 500_000; i++)
        {
            AssertReaches(Geo.At(-latitude, -135), PointSets.Near(Geo.At(latitude, 45), 10_000, random));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1000)]
    [InlineData(1e6)]
    [InlineData(1.9e7)]
    public void Squared_AnyDistance_ExceedsItsChordByLessThanAMetre(double meters)
    {
        double chord = 2 * Math.Sin(meters / Haversine.EarthRadiusMeters / 2);

        double excess = Math.Sqrt(ChordLimit.Squared(meters)) - chord;

        Assert.InRange(excess * Haversine.EarthRadiusMeters, 0.3, 1);
    }

    [Theory]
    [InlineData(Haversine.MaxDistanceMeters)]
    [InlineData(double.PositiveInfinity)]
    public void Squared_HalfTheCircumferenceOrMore_IsInfinite(double meters) =>
        Assert.Equal(double.PositiveInfinity, ChordLimit.Squared(meters));

    private static void AssertReaches(GeoPoint from, GeoPoint to)
    {
        var a = new UnitVector(from);
        var b = new UnitVector(to);
        double x = a.X - (float)b.X;
        double y = a.Y - (float)b.Y;
        double z = a.Z - (float)b.Z;
        double limit = ChordLimit.Squared(Haversine.DistanceMeters(from, to));
        Assert.True((x * x) + (y * y) + (z * z) <= limit, $"Seed {Seed}: {from} to {to}.");
    }
}
