namespace SpatialIndex.ServicePoints.Feeds;

/// <summary>How the records of a feed are written.</summary>
public enum FeedFormat
{
    /// <summary>One JSON object a line.</summary>
    Ndjson,

    /// <summary>A JSON array of objects, at the root or at a path.</summary>
    Json,

    /// <summary>A GeoJSON feature collection.</summary>
    GeoJson,

    /// <summary>Delimited text with a header line.</summary>
    Csv,
}
