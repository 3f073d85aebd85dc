namespace SpatialIndex.ServicePoints.Feeds.Records;

/// <summary>What one record may cost. Real records take a few kilobytes.</summary>
internal static class FeedLimits
{
    public const int MaxRecordBytes = 4 << 20;

    public const int MaxRecordMegabytes = MaxRecordBytes >> 20;

    public const int MaxJsonDepth = 64;
}
