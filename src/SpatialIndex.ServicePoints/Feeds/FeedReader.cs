using System.Collections.Concurrent;
using SpatialIndex.ServicePoints.Feeds.Records;
using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Feeds;

/// <summary>Reads a feed file record by record; holds no more than a few thousand of them. Used once, by one thread.</summary>
public sealed class FeedReader
{
    private const int RecordsABatch = 256;

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

    /// <summary>How many threads may read, 1 or more; by default one a processor. The points and their order do not depend on it.</summary>
    public int MaxThreads { get; init; } = Environment.ProcessorCount;

    /// <summary>Where addresses are, for records without a position and to doubt those that have one; null to take records as they are.</summary>
    internal IAddressBook? Addresses { get; init; }

    /// <summary>How much of the file was read so far, 0 to 1.</summary>
    public double FractionRead { get; private set; }

    /// <summary>The SHA-256 of the file in lower-case hexadecimal; empty until it was read to its end.</summary>
    public string ContentHash { get; private set; } = "";

    /// <summary>Reads the file to its end.</summary>
    /// <exception cref="FeedException">The file as a whole cannot be read.</exception>
    public IEnumerable<FeedRecordResult> Read() => ReadBatches(static results => results).SelectMany(static results => results);

    /// <summary>Reads the file to its end and does something with batches of what its records became, on the threads that read it.</summary>
    /// <param name="work">Called by several threads at once; its outcomes come in the order of the records.</param>
    /// <exception cref="FeedException">The file as a whole cannot be read.</exception>
    internal IEnumerable<T> ReadBatches<T>(Func<IReadOnlyList<FeedRecordResult>, T> work)
    {
        OsmFile.Refuse(_path);
        using FeedFile file = FeedFile.Open(_path, _profile.Encoding);
        IEnumerable<T> outcomes = _profile.Format == FeedFormat.Ndjson && MaxThreads > 1
            ? MapLines(NdjsonLines.Read(file.Content), work)
            : FeedRecords.Read(file.Content, FileName, _profile).Select(NewMapper().Map).Chunk(RecordsABatch).Select(work);
        foreach (T outcome in outcomes)
        {
            FractionRead = file.FractionRead;
            yield return outcome;
        }

        ContentHash = file.FinishHash();
    }

    private FeedRecordMapper NewMapper() => new(FileName, _profile, _carriers, _asOf, Addresses);

    /// <summary>Lines need nothing of one another, so batches of them are read on several threads.</summary>
    private IEnumerable<T> MapLines<T>(IEnumerable<NdjsonLine> lines, Func<IReadOnlyList<FeedRecordResult>, T> work)
    {
        var idle = new ConcurrentBag<FeedRecordMapper>();
        return OrderedWork.Run(NdjsonBatch.Of(lines), Map, MaxThreads);

        T Map(NdjsonBatch batch)
        {
            using NdjsonBatch lent = batch;
            FeedRecordMapper mapper = idle.TryTake(out FeedRecordMapper? free) ? free : NewMapper();
            FeedRecordResult[] results = [.. NdjsonRecords.Parse(batch.Lines, mapper.Texts).Select(mapper.Map)];
            idle.Add(mapper);
            return work(results);
        }
    }
}
