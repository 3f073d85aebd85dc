namespace SpatialIndex;

/// <summary>Turns a distance into the squared chord of float unit vectors above which no point can be that near.</summary>
internal static class ChordLimit
{
    /// <summary>
    /// A float coordinate of a unit vector is off by at most 2⁻²⁵, so a chord between a double and a float vector is off by at
    /// most √3·2⁻²⁵ &lt; 5.17e-8. Sine, cosine, the haversine and the sums in double add less than 1e-14 together (40 cm and
    /// 64 nm on the ground).
    /// </summary>
    private const double Slack = 5.2e-8;

    public static double Squared(double distanceMeters)
    {
        if (distanceMeters >= Haversine.MaxDistanceMeters)
        {
            return double.PositiveInfinity;
        }

        double chord = (2 * Math.Sin(distanceMeters / (2 * Haversine.EarthRadiusMeters))) + Slack;
        return chord * chord;
    }
}
