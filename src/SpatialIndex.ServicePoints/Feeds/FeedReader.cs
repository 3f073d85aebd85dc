using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Feeds;

/// <summary>Reads a feed file record by record; holds no more than one of them. Used once, by one thread.</summary>
public sealed class FeedReader
{
    private readonly string _path;
    private readonly FeedProfile _profile;
    private readonly CarrierCatalogue _carriers;
    private readonly DateTimeOffset _asOf;

    /// <summary>Prepares to read a file.</summary>
    /// <param name="path">The file, gzip or not.</param>
    /// <param name="profile">How its records are read.</param>
    /// <param name="carriers">The catalogue that completes what records say of their carriers.</param>
    /// <param name="asOf">When the feed was fetched: the time of refreshing of records that carry none.</param>
    public FeedReader(string path, FeedProfile profile, CarrierCatalogue carriers, DateTimeOffset asOf)
    {
        ArgumentNullException.ThrowIfNull(profile);
        _path = path;
        _profile = profile;
        _carriers = carriers;
        _asOf = asOf;
        FileName = Path.GetFileName(path);
    }

    /// <summary>What messages call the file. Default: its name without the folder.</summary>
    public string FileName { get; init; }

    /// <summary>The SHA-256 of the file in lower-case hexadecimal; empty until it was read to its end.</summary>
    public string ContentHash { get; private set; } = "";

    /// <summary>Reads the file to its end.</summary>
    /// <exception cref="FeedException">The file as a whole cannot be read.</exception>
    public IEnumerable<FeedRecordResult> Read()
    {
        var mapper = new FeedRecordMapper(FileName, _profile, _carriers, _asOf);
        using FeedFile file = FeedFile.Open(_path, _profile.Encoding);
        foreach (FeedRecord record in FeedRecords.Read(file.Content, FileName, _profile))
        {
            yield return mapper.Map(record);
        }

        ContentHash = file.FinishHash();
    }
}
