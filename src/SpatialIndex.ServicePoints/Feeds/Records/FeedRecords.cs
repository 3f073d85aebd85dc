namespace SpatialIndex.ServicePoints.Feeds.Records;

/// <summary>Reads the records of a feed file one after the other, by the format that its profile names.</summary>
internal static class FeedRecords
{
    /// <exception cref="FeedException">The file as a whole cannot be read.</exception>
    public static IEnumerable<FeedRecord> Read(Stream content, string file, FeedProfile profile) => profile.Format switch
    {
        FeedFormat.Ndjson => NdjsonRecords.Read(content),
        FeedFormat.Csv => CsvRecords.Read(content, file, profile.Delimiter),
        _ => JsonRecords.Read(content, file, profile.RecordsPath),
    };
}
