namespace SpatialIndex.Tests;

/// <summary>Short forms for positions in tests, always latitude before longitude.</summary>
internal static class Geo
{
    public static GeoPoint At(double latitude, double longitude) => new() { Latitude = latitude, Longitude = longitude };

    public static BoundingBox Box(double south, double west, double north, double east) =>
        BoundingBox.FromCorners(At(south, west), At(north, east));

    /// <summary>Brings any latitude into range by clamping it and any longitude by going around the globe.</summary>
    public static GeoPoint Wrap(double latitude, double longitude) =>
        At(Math.Clamp(latitude, -90, 90), Math.Clamp(longitude - (360 * Math.Round(longitude / 360)), -180, 180));
}
