namespace SpatialIndex;

/// <summary>A position as a vector of length 1: x points to 0° N 0° E, y to 0° N 90° E, z to the north pole. The same bits on every machine.</summary>
internal readonly record struct UnitVector(double X, double Y, double Z)
{
    /// <param name="latitude">Degrees, −90 to 90.</param>
    /// <param name="longitude">Degrees, −180 to 180.</param>
    public static UnitVector Of(double latitude, double longitude)
    {
        double cosine = Haversine.CosineOfDegrees(latitude);
        double east = Math.Abs(longitude);
        return new(
            cosine * (east <= 90 ? Haversine.CosineOfDegrees(east) : -Haversine.CosineOfDegrees(180 - east)),
            cosine * Math.CopySign(Haversine.CosineOfDegrees(90 - east), longitude),
            Math.CopySign(Haversine.CosineOfDegrees(90 - Math.Abs(latitude)), latitude));
    }
}
