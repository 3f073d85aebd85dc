namespace SpatialIndex;

/// <summary>
/// How far results can still be, as a chord of the unit sphere, in the forms that boxes and points are compared with. Every form errs on
/// the far side.
/// </summary>
internal struct SearchLimit
{
    private const float Spread = 1 + (2 * LeafChords.RelativeError);

    private readonly GeoPoint _center;
    private readonly double _cosine;
    private float _chord = float.PositiveInfinity;
    private float _boxFactor = 1;

    /// <summary>The limit of a search within a radius; half the circumference and above limit nothing.</summary>
    public SearchLimit(GeoPoint center, double radiusMeters)
    {
        _center = center;
        _cosine = Haversine.CosineOfDegrees(center.Latitude);
        if (radiusMeters < Haversine.MaxDistanceMeters)
        {
            Tighten(ChordOf(radiusMeters));
        }
    }

    /// <summary>No result is farther than this chord; infinite as long as nothing limits the search.</summary>
    public readonly float Chord => _chord;

    /// <summary>The cosine of the latitude of the center.</summary>
    public readonly float Cosine => (float)_cosine;

    /// <summary>The chord of a distance, rounded up, and never 0, so that a radius of 0 finds what lies at the center.</summary>
    public static float ChordOf(double distanceMeters) =>
        (float)((2 * Math.Sin(distanceMeters / (2 * Haversine.EarthRadiusMeters)) * (1 + 1e-6)) + 1e-12);

    /// <summary>Lowers the limit to a chord, if that is nearer.</summary>
    public void Tighten(float chord)
    {
        if (chord < _chord)
        {
            _chord = chord;
            _boxFactor = chord < 0.09 * _cosine ? 1.001f : WideBoxFactor(chord);
        }
    }

    /// <summary>The squared chord in float above which no row of a node's leaves can matter.</summary>
    public readonly float ForPoints(float cellRadius)
    {
        float chord = (_chord + cellRadius) * Spread;
        return chord * chord;
    }

    /// <summary>What <see cref="ChildDistances"/> of a node are compared with.</summary>
    public readonly float ForBoxes(float cellRadius)
    {
        float chord = (_chord + cellRadius) * Spread;
        return chord * chord * _boxFactor;
    }

    /// <summary>
    /// The greatest (x/2)² / sin² x/2 of the differences x in latitude and longitude that a circle of this chord reaches: up to 0.1 less
    /// than 1.001, in general up to that of half a turn.
    /// </summary>
    private readonly float WideBoxFactor(float chord)
    {
        // A circle of angle d about latitude φ reaches asin(sin d / cos φ) to either side, or all around when a pole is in it.
        double angle = chord >= 2 ? Math.PI : 2 * Math.Asin(chord / 2) * (1 + 1e-6);
        double toPole = double.DegreesToRadians(90 - Math.Abs(_center.Latitude));
        double side = angle >= toPole - 1e-6 ? Math.PI : Math.Asin(Math.Min(1, Math.Sin(angle) / _cosine));
        double widest = Math.Min(Math.PI, Math.Max(angle, side) * (1 + 1e-6));
        double ratio = widest / 2 / Math.Sin(widest / 2);
        return (float)(ratio * ratio * 1.0001);
    }
}
