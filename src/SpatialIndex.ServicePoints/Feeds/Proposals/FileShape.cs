using SpatialIndex.ServicePoints.Feeds.Sources;

namespace SpatialIndex.ServicePoints.Feeds.Proposals;

/// <summary>How a file of records is written.</summary>
internal sealed record FileShape
{
    public required FeedFormat Format { get; init; }

    /// <summary>The name of its encoding, as a profile gives it.</summary>
    public string Encoding { get; init; } = TextEncodingGuess.Utf8;

    /// <summary>What parts the fields of delimited text.</summary>
    public char Delimiter { get; init; } = ',';

    /// <summary>The path to the array of records in JSON; null when it is the root.</summary>
    public string? Records { get; init; }

    /// <summary>A profile that reads the records and knows nothing of their fields.</summary>
    public FeedProfile ToProfile() => new()
    {
        Name = "sample",
        Description = "",
        Format = Format,
        Carriers = [],
        Json = "",
        Encoding = FeedProfileReader.FindEncoding(Encoding)!,
        Delimiter = Delimiter,
        RecordsPath = Format == FeedFormat.GeoJson ? [GeoJsonRecords] : Records is null ? [] : new FieldPath(Records).Segments,
    };

    /// <summary>Where the records of a GeoJSON file stand.</summary>
    public const string GeoJsonRecords = "features";
}
