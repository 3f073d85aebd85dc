using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using DoubleX4 = System.Runtime.Intrinsics.Vector256<double>;
using DoubleX8 = System.Runtime.Intrinsics.Vector512<double>;

namespace SpatialIndex;

/// <summary>
/// The formula of <see cref="Haversine"/> for one, four or eight distances at a time, with the same bits in each form and on every
/// machine: nothing but operations that IEEE 754 rounds correctly, in one order. The sines of two C libraries would differ in the
/// last bit, and so would a fused multiply-add.
/// </summary>
internal static class HaversineKernel
{
    // sin x = x + x·t·(S0 + S1·t + … + S5·t⁵), t = x², for 0 ≤ x ≤ π/4: of all such polynomials the one with the least relative error
    // (3.6e-18), by Remez exchange in 60 digits. The coefficients were rounded from the lowest on, each time fitting the rest anew
    // (1.0e-17).
    private const double S0 = -0.1666666666666663;
    private const double S1 = 0.00833333333332184;
    private const double S2 = -0.00019841269829358764;
    private const double S3 = 2.7557313538681785e-06;
    private const double S4 = -2.50507345469831e-08;
    private const double S5 = 1.5895468477535722e-10;

    // asin x = x + x·t·(A0 + A1·t + … + A11·t¹¹), t = x², for 0 ≤ x ≤ 1/2, made in the same way (1.5e-17, rounded 4.1e-17).
    private const double A0 = 0.16666666666665408;
    private const double A1 = 0.07500000000337113;
    private const double A2 = 0.04464285682844064;
    private const double A3 = 0.030381959127026428;
    private const double A4 = 0.02237175814922886;
    private const double A5 = 0.017359708893317175;
    private const double A6 = 0.013885116167470315;
    private const double A7 = 0.01217059644256538;
    private const double A8 = 0.006519237845591071;
    private const double A9 = 0.019559583154097945;
    private const double A10 = -0.016284165123149057;
    private const double A11 = 0.03195976493017719;

    private const double RadiansPerDegree = Math.PI / 180;
    private const double Diameter = 2 * Haversine.EarthRadiusMeters;

    /// <summary>The distance in metres, given the cosine of the first latitude.</summary>
    public static double DistanceMeters(
        double fromLatitude, double fromLongitude, double fromCosine, double toLatitude, double toLongitude) =>
        Diameter * ArcSine(Math.Sqrt(HaversineBetween(fromLatitude, fromLongitude, fromCosine, toLatitude, toLongitude)));

    private static double HaversineBetween(
        double fromLatitude, double fromLongitude, double fromCosine, double toLatitude, double toLongitude)
    {
        double cosines = fromCosine * CosineOfDegrees(toLatitude);
        double haversine = HaversineOfDegrees(Math.Abs(toLatitude - fromLatitude))
            + (cosines * HaversineOfDegrees(LongitudeDifference(fromLongitude, toLongitude)));
        return double.MinNative(1, haversine);
    }

    /// <inheritdoc cref="Haversine.DistancesMeters"/>
    public static void DistancesMetersByScalar(
        double latitude, double longitude, ref double latitudes, ref double longitudes, ref double distances, int count)
    {
        HaversinesByScalar(latitude, longitude, ref latitudes, ref longitudes, ref distances, count);
        for (int i = 0; i < count; i++)
        {
            ref double value = ref Unsafe.Add(ref distances, i);
            value = Diameter * ArcSine(Math.Sqrt(value));
        }
    }

    /// <inheritdoc cref="Haversine.DistancesMeters"/>
    public static void DistancesMetersByVector256(
        double latitude, double longitude, ref double latitudes, ref double longitudes, ref double distances, int count)
    {
        HaversinesByVector256(latitude, longitude, ref latitudes, ref longitudes, ref distances, count);
        for (int i = 0; i < count; i += DoubleX4.Count)
        {
            DoubleX4 haversine = Vector256.LoadUnsafe(ref distances, (nuint)i);
            (Diameter * ArcSine(Vector256.Sqrt(haversine))).StoreUnsafe(ref distances, (nuint)i);
        }
    }

    /// <inheritdoc cref="Haversine.DistancesMeters"/>
    public static void DistancesMetersByVector512(
        double latitude, double longitude, ref double latitudes, ref double longitudes, ref double distances, int count)
    {
        HaversinesByVector512(latitude, longitude, ref latitudes, ref longitudes, ref distances, count);
        for (int i = 0; i < count; i += DoubleX8.Count)
        {
            DoubleX8 haversine = Vector512.LoadUnsafe(ref distances, (nuint)i);
            (Diameter * ArcSine(Vector512.Sqrt(haversine))).StoreUnsafe(ref distances, (nuint)i);
        }
    }

    /// <inheritdoc cref="Haversine.Haversines"/>
    public static void HaversinesByScalar(
        double latitude, double longitude, ref double latitudes, ref double longitudes, ref double haversines, int count)
    {
        double fromCosine = CosineOfDegrees(latitude);
        for (int i = 0; i < count; i++)
        {
            Unsafe.Add(ref haversines, i) = HaversineBetween(
                latitude, longitude, fromCosine, Unsafe.Add(ref latitudes, i), Unsafe.Add(ref longitudes, i));
        }
    }

    /// <inheritdoc cref="Haversine.Haversines"/>
    public static void HaversinesByVector256(
        double latitude, double longitude, ref double latitudes, ref double longitudes, ref double haversines, int count)
    {
        DoubleX4 fromLatitude = Vector256.Create(latitude);
        DoubleX4 fromLongitude = Vector256.Create(longitude);
        DoubleX4 fromCosine = Vector256.Create(CosineOfDegrees(latitude));
        for (int i = 0; i < count; i += DoubleX4.Count)
        {
            DoubleX4 toLatitude = Vector256.LoadUnsafe(ref latitudes, (nuint)i);
            DoubleX4 toLongitude = Vector256.LoadUnsafe(ref longitudes, (nuint)i);
            DoubleX4 cosines = fromCosine * CosineOfDegrees(toLatitude);
            DoubleX4 haversine = HaversineOfDegrees(Vector256.Abs(toLatitude - fromLatitude))
                + (cosines * HaversineOfDegrees(LongitudeDifference(fromLongitude, toLongitude)));
            Vector256.MinNative(DoubleX4.One, haversine).StoreUnsafe(ref haversines, (nuint)i);
        }
    }

    /// <inheritdoc cref="Haversine.Haversines"/>
    public static void HaversinesByVector512(
        double latitude, double longitude, ref double latitudes, ref double longitudes, ref double haversines, int count)
    {
        DoubleX8 fromLatitude = Vector512.Create(latitude);
        DoubleX8 fromLongitude = Vector512.Create(longitude);
        DoubleX8 fromCosine = Vector512.Create(CosineOfDegrees(latitude));
        for (int i = 0; i < count; i += DoubleX8.Count)
        {
            DoubleX8 toLatitude = Vector512.LoadUnsafe(ref latitudes, (nuint)i);
            DoubleX8 toLongitude = Vector512.LoadUnsafe(ref longitudes, (nuint)i);
            DoubleX8 cosines = fromCosine * CosineOfDegrees(toLatitude);
            DoubleX8 haversine = HaversineOfDegrees(Vector512.Abs(toLatitude - fromLatitude))
                + (cosines * HaversineOfDegrees(LongitudeDifference(fromLongitude, toLongitude)));
            Vector512.MinNative(DoubleX8.One, haversine).StoreUnsafe(ref haversines, (nuint)i);
        }
    }

    /// <summary>cos φ = 1 − 2 sin² φ/2 up to 60°; from there on sin (90° − |φ|), which keeps its digits up to the pole.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double CosineOfDegrees(double latitude)
    {
        double degrees = Math.Abs(latitude);
        double sine = Sine(double.MinNative(90 - degrees, 0.5 * degrees) * RadiansPerDegree);
        return degrees > 60 ? sine : 1 - (2 * sine * sine);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static DoubleX4 CosineOfDegrees(DoubleX4 latitude)
    {
        DoubleX4 degrees = Vector256.Abs(latitude);
        DoubleX4 sine = Sine(Vector256.MinNative(Vector256.Create(90.0) - degrees, 0.5 * degrees) * RadiansPerDegree);
        return IfGreater(degrees, 60, sine, DoubleX4.One - (2 * sine * sine));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static DoubleX8 CosineOfDegrees(DoubleX8 latitude)
    {
        DoubleX8 degrees = Vector512.Abs(latitude);
        DoubleX8 sine = Sine(Vector512.MinNative(Vector512.Create(90.0) - degrees, 0.5 * degrees) * RadiansPerDegree);
        return IfGreater(degrees, 60, sine, DoubleX8.One - (2 * sine * sine));
    }

    /// <summary>hav θ = sin² θ/2 up to 90°; from there on 1 − hav (180° − θ), which keeps its digits up to the antipode.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double HaversineOfDegrees(double degrees)
    {
        double sine = Sine(double.MinNative(180 - degrees, degrees) * (RadiansPerDegree / 2));
        double haversine = sine * sine;
        return degrees > 90 ? 1 - haversine : haversine;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static DoubleX4 HaversineOfDegrees(DoubleX4 degrees)
    {
        DoubleX4 sine = Sine(Vector256.MinNative(Vector256.Create(180.0) - degrees, degrees) * (RadiansPerDegree / 2));
        DoubleX4 haversine = sine * sine;
        return IfGreater(degrees, 90, DoubleX4.One - haversine, haversine);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static DoubleX8 HaversineOfDegrees(DoubleX8 degrees)
    {
        DoubleX8 sine = Sine(Vector512.MinNative(Vector512.Create(180.0) - degrees, degrees) * (RadiansPerDegree / 2));
        DoubleX8 haversine = sine * sine;
        return IfGreater(degrees, 90, DoubleX8.One - haversine, haversine);
    }

    /// <summary>
    /// Degrees from 0 to 180. Over the antimeridian they are counted from there on both sides, so that its two names, 180 and −180,
    /// give the same bits.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double LongitudeDifference(double from, double to)
    {
        double overAntimeridian = (180 - Math.Abs(from)) + (180 - Math.Abs(to));
        return double.MinNative(Math.Abs(to - from), overAntimeridian);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static DoubleX4 LongitudeDifference(DoubleX4 from, DoubleX4 to)
    {
        DoubleX4 overAntimeridian = (Vector256.Create(180.0) - Vector256.Abs(from)) + (Vector256.Create(180.0) - Vector256.Abs(to));
        return Vector256.MinNative(Vector256.Abs(to - from), overAntimeridian);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static DoubleX8 LongitudeDifference(DoubleX8 from, DoubleX8 to)
    {
        DoubleX8 overAntimeridian = (Vector512.Create(180.0) - Vector512.Abs(from)) + (Vector512.Create(180.0) - Vector512.Abs(to));
        return Vector512.MinNative(Vector512.Abs(to - from), overAntimeridian);
    }

    /// <summary>The sine of 0 to π/4.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Sine(double x)
    {
        double t = x * x;
        double t2 = t * t;
        double high = S4 + (S5 * t);
        return x + (x * t * (Cubic(t, t2, S0, S1, S2, S3) + (high * (t2 * t2))));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static DoubleX4 Sine(DoubleX4 x)
    {
        DoubleX4 t = x * x;
        DoubleX4 t2 = t * t;
        DoubleX4 high = Vector256.Create(S4) + (S5 * t);
        return x + (x * t * (Cubic(t, t2, S0, S1, S2, S3) + (high * (t2 * t2))));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static DoubleX8 Sine(DoubleX8 x)
    {
        DoubleX8 t = x * x;
        DoubleX8 t2 = t * t;
        DoubleX8 high = Vector512.Create(S4) + (S5 * t);
        return x + (x * t * (Cubic(t, t2, S0, S1, S2, S3) + (high * (t2 * t2))));
    }

    /// <summary>The arc sine of 0 to 1, above 1/2 as π/2 − 2 asin √((1 − x)/2).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double ArcSine(double x)
    {
        bool above = x > 0.5;
        double folded = above ? Math.Sqrt(0.5 * (1 - x)) : x;

        double t = folded * folded;
        double t2 = t * t;
        double t4 = t2 * t2;
        double high = Cubic(t, t2, A4, A5, A6, A7) + (Cubic(t, t2, A8, A9, A10, A11) * t4);
        double angle = folded + (folded * t * (Cubic(t, t2, A0, A1, A2, A3) + (high * t4)));

        return above ? (Math.PI / 2) - (2 * angle) : angle;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static DoubleX4 ArcSine(DoubleX4 x)
    {
        bool anyAbove = Vector256.GreaterThanAny(x, Vector256.Create(0.5));
        DoubleX4 folded = anyAbove ? IfGreater(x, 0.5, Vector256.Sqrt(0.5 * (DoubleX4.One - x)), x) : x;

        DoubleX4 t = folded * folded;
        DoubleX4 t2 = t * t;
        DoubleX4 t4 = t2 * t2;
        DoubleX4 high = Cubic(t, t2, A4, A5, A6, A7) + (Cubic(t, t2, A8, A9, A10, A11) * t4);
        DoubleX4 angle = folded + (folded * t * (Cubic(t, t2, A0, A1, A2, A3) + (high * t4)));

        return anyAbove ? IfGreater(x, 0.5, Vector256.Create(Math.PI / 2) - (2 * angle), angle) : angle;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static DoubleX8 ArcSine(DoubleX8 x)
    {
        bool anyAbove = Vector512.GreaterThanAny(x, Vector512.Create(0.5));
        DoubleX8 folded = anyAbove ? IfGreater(x, 0.5, Vector512.Sqrt(0.5 * (DoubleX8.One - x)), x) : x;

        DoubleX8 t = folded * folded;
        DoubleX8 t2 = t * t;
        DoubleX8 t4 = t2 * t2;
        DoubleX8 high = Cubic(t, t2, A4, A5, A6, A7) + (Cubic(t, t2, A8, A9, A10, A11) * t4);
        DoubleX8 angle = folded + (folded * t * (Cubic(t, t2, A0, A1, A2, A3) + (high * t4)));

        return anyAbove ? IfGreater(x, 0.5, Vector512.Create(Math.PI / 2) - (2 * angle), angle) : angle;
    }

    /// <summary>c0 + c1·t + c2·t² + c3·t³ in the order of G. Estrin (1960), whose halves do not wait for each other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Cubic(double t, double t2, double c0, double c1, double c2, double c3) =>
        (c0 + (c1 * t)) + ((c2 + (c3 * t)) * t2);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static DoubleX4 Cubic(DoubleX4 t, DoubleX4 t2, double c0, double c1, double c2, double c3) =>
        (Vector256.Create(c0) + (c1 * t)) + ((Vector256.Create(c2) + (c3 * t)) * t2);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static DoubleX8 Cubic(DoubleX8 t, DoubleX8 t2, double c0, double c1, double c2, double c3) =>
        (Vector512.Create(c0) + (c1 * t)) + ((Vector512.Create(c2) + (c3 * t)) * t2);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static DoubleX4 IfGreater(DoubleX4 value, double limit, DoubleX4 then, DoubleX4 otherwise) =>
        Vector256.ConditionalSelect(Vector256.GreaterThan(value, Vector256.Create(limit)), then, otherwise);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static DoubleX8 IfGreater(DoubleX8 value, double limit, DoubleX8 then, DoubleX8 otherwise) =>
        Vector512.ConditionalSelect(Vector512.GreaterThan(value, Vector512.Create(limit)), then, otherwise);
}
