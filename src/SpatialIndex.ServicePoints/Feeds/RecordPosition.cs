namespace SpatialIndex.ServicePoints.Feeds;

/// <summary>The position that a record gives, or why it gives none that can be used.</summary>
internal readonly record struct RecordPosition(GeoPoint? Point, FeedField Field, string Reason, string? Value)
{
    public static RecordPosition At(GeoPoint point) => new(point, FeedField.Latitude, "", null);

    public static RecordPosition Unusable(FeedField field, string reason, string? value) => new(null, field, reason, value);
}
