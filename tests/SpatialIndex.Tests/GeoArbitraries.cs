using FsCheck;
using FsCheck.Fluent;

namespace SpatialIndex.Tests;

/// <summary>Random positions for properties: half of them anywhere, the others at or within a hair of an awkward value.</summary>
public static class GeoArbitraries
{
    private static readonly Gen<double> Fraction = Gen.Choose(0, 1 << 30).Select(value => value / (double)(1 << 30));

    private static readonly Gen<double> Latitude = Gen.OneOf(
        Fraction.Select(fraction => (180 * fraction) - 90),
        Gen.OneOf(Gen.Elements(-90.0, 0, 45, 90), Hair.Select(hair => 90 - hair), Hair.Select(hair => hair - 90), Hair));

    private static readonly Gen<double> Longitude = Gen.OneOf(
        Fraction.Select(fraction => (360 * fraction) - 180),
        Gen.OneOf(Gen.Elements(-180.0, -90, 0, 90, 180), Hair.Select(hair => 180 - hair), Hair.Select(hair => hair - 180), Hair));

    private static Gen<double> Hair => Fraction.Select(fraction => Math.Pow(10, -12 * fraction));

    public static Arbitrary<GeoPoint> Points() =>
        Latitude.SelectMany(_ => Longitude, (latitude, longitude) => Geo.At(latitude, longitude)).ToArbitrary();

    public static Arbitrary<BoundingBox> Boxes() => Points().Generator.Two().Select(pair => BoundingBox.FromCorners(
        pair.Item1.Latitude <= pair.Item2.Latitude ? pair.Item1 : pair.Item1 with { Latitude = pair.Item2.Latitude },
        pair.Item2)).ToArbitrary();

    /// <summary>From a centimetre to half the circumference, and none at all.</summary>
    public static Arbitrary<RadiusMeters> Radii() => Gen.OneOf(
        Fraction.Select(fraction => new RadiusMeters(Math.Pow(10, (9 * fraction) - 2))),
        Fraction.Select(fraction => new RadiusMeters(fraction * Haversine.MaxDistanceMeters)),
        Gen.Elements(new RadiusMeters(0), new RadiusMeters(Haversine.MaxDistanceMeters / 2))).ToArbitrary();
}
