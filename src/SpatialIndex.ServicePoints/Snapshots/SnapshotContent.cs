using System.Buffers;
using System.Runtime.InteropServices;
using MessagePack;
using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Snapshots;

/// <summary>What goes into a snapshot file, and its way there.</summary>
internal sealed class SnapshotContent
{
    private readonly SnapshotFileWriter _file = new();
    private readonly CarrierCatalogue _carriers;
    private readonly List<CarrierSummary> _summaries = [];
    private readonly List<KeyValuePair<string, int>> _countries = [];

    public SnapshotContent(CarrierCatalogue carriers, int maxThreads)
    {
        _carriers = carriers;
        MaxThreads = maxThreads;
        Add(SnapshotFormat.CarriersSection, (ref writer) => CarrierCatalogueCodec.Write(ref writer, carriers));
    }

    private delegate void SectionWriter(ref MessagePackWriter writer);

    /// <summary>How many threads may work on it.</summary>
    public int MaxThreads { get; }

    /// <summary>Lays out a country, which has at least one point, to be added. Several threads may do so at once.</summary>
    public CountryContent LayOut(string code, PackedPoint[] points) => new(code, points, _carriers, MaxThreads);

    /// <summary>Adds a country; they are added in ordinal order of their codes.</summary>
    public void AddCountry(CountryContent content)
    {
        Add(Name(SnapshotFormat.Tables), (ref writer) => content.Tables.Write(ref writer));
        _file.Add(Name(SnapshotFormat.Tree), content.Tree.Data);
        AddColumn<ulong>(SnapshotFormat.KeyHashes, content.KeyHashes);
        AddColumn<int>(SnapshotFormat.KeyRows, content.KeyRows);
        AddColumn<int>(SnapshotFormat.RecordOffsets, content.RecordOffsets);
        _file.Add(Name(SnapshotFormat.Records), content.Records);
        _countries.Add(new(content.CountryCode, content.Tables.Points));
        _summaries.AddRange(content.Carriers);

        string Name(string section) => SnapshotFormat.SectionOf(content.CountryCode, section);

        void AddColumn<T>(string section, ReadOnlyMemory<T> column)
            where T : unmanaged => _file.Add(Name(section), MemoryMarshal.AsBytes(column.Span).ToArray());
    }

    /// <summary>Takes a country over, byte for byte. Its snapshot must stay open until all is written.</summary>
    /// <exception cref="SnapshotException">A section is damaged.</exception>
    public void CopyCountry(string code, Snapshot snapshot)
    {
        foreach (string section in SnapshotFormat.CountrySections)
        {
            string name = SnapshotFormat.SectionOf(code, section);
            _file.Add(name, snapshot.Content(name));
        }

        _countries.Add(snapshot.Header.Countries.Single(country => country.Key == code));
        _summaries.AddRange(snapshot.Header.Carriers.Where(carrier => carrier.CountryCode == code));
    }

    public void Write(Stream stream, DateTimeOffset createdAt, IEnumerable<FeedSummary> feeds, IReadOnlyList<CarrierChanges> changes) =>
        _file.Write(stream, new SnapshotHeader
        {
            FormatVersion = SnapshotFormat.Version,
            CreatedAt = createdAt,
            FileLength = 0,
            Feeds = [.. feeds.OrderBy(static feed => feed.Sha256, StringComparer.Ordinal).ThenBy(static feed => feed.File, StringComparer.Ordinal)],
            Carriers = _summaries,
            Changes = changes,
            Countries = _countries,
            Sections = [],
        });

    private void Add(string name, SectionWriter write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var writer = new MessagePackWriter(buffer);
        write(ref writer);
        writer.Flush();
        _file.Add(name, buffer.WrittenMemory);
    }
}
