namespace SpatialIndex.Tests;

/// <summary>One point as it is handed to a builder.</summary>
internal readonly record struct TestPoint(long Id, GeoPoint Position, int Class, long Expiry)
{
    public bool Passes(PointFilter filter) =>
        (filter.Classes is null || filter.Classes.Contains(Class))
        && (filter.NotExpiredAt is null || Expiry >= filter.NotExpiredAt);
}
