using SpatialIndex.ServicePoints.Geocoding;
using SpatialIndex.ServicePoints.Geocoding.Sources;

namespace SpatialIndex.ServicePoints.Tests.Geocoding.Sources;

/// <summary>A source, recognised and read to its end as a build does.</summary>
internal sealed record ReadSource(GazetteerSourceSummary Summary, IReadOnlyList<GazetteerRecord> Records)
{
    /// <summary>What was left out, in words.</summary>
    public string LeftOut => LossText.Of(Summary.LeftOut);

    public static ReadSource Of(string path, string? country = null) => Of(SourceReaders.Create(), path, country);

    public static ReadSource Of(IReadOnlyList<ISourceReader> readers, string path, string? country = null)
    {
        GazetteerSource source = GazetteerSource.Recognize(new GazetteerInput(path, country), readers);
        GazetteerRecord[] records = [.. source.Records()];
        return new ReadSource(source.Summarize(), records);
    }
}
