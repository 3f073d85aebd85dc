using SpatialIndex.ServicePoints.Geocoding.Sources;

namespace SpatialIndex.ServicePoints.Geocoding;

/// <summary>What became of a source of a gazetteer. Lines = records + lines left out.</summary>
public sealed record GazetteerSourceSummary
{
    /// <summary>The file, as it was given.</summary>
    public required string Path { get; init; }

    /// <summary>What kind of file it was taken for.</summary>
    public required string Kind { get; init; }

    /// <summary>The country of lines that name none, in upper case; null when no line needed it.</summary>
    public required string? CountryCode { get; init; }

    /// <summary>Lines in the file; of JSON and snapshots, records.</summary>
    public required long Lines { get; init; }

    /// <summary>Lines that the gazetteer knows something from.</summary>
    public required long Records { get; init; }

    /// <summary>Lines that were left out, by reason.</summary>
    public required IReadOnlyDictionary<GazetteerLoss, long> LeftOut { get; init; }

    /// <summary>All of it on one line.</summary>
    public override string ToString() =>
        $"{Path} ({Kind}{(CountryCode is null ? "" : $" of {CountryCode}")}): {Lines} lines = {Records} records + {Lines - Records} left out"
        + (LeftOut.Count == 0 ? "" : $": {LossText.Of(LeftOut)}");
}
