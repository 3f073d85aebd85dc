using System.Buffers;
using System.Runtime.InteropServices;
using MessagePack;
using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Snapshots;

/// <summary>What goes into a snapshot file, and its way there.</summary>
internal sealed class SnapshotContent
{
    private readonly SnapshotFileWriter _file = new();
    private readonly SnapshotHeader _header;

    public SnapshotContent(DateTimeOffset createdAt, IReadOnlyList<FeedSummary> feeds, CarrierCatalogue carriers, List<ServicePoint> points)
    {
        Add(SnapshotFormat.CarriersSection, (ref writer) => CarrierCatalogueCodec.Write(ref writer, carriers));

        var countries = new List<KeyValuePair<string, int>>();
        foreach (IGrouping<string, ServicePoint> country in points
            .GroupBy(static point => point.Address.CountryCode)
            .OrderBy(static country => country.Key, StringComparer.Ordinal))
        {
            var content = new CountryContent([.. country], carriers);
            AddCountry(country.Key, content);
            countries.Add(new(country.Key, content.Tree.Count));
        }

        _header = new SnapshotHeader
        {
            FormatVersion = SnapshotFormat.Version,
            CreatedAt = createdAt,
            FileLength = 0,
            Feeds = [.. feeds.OrderBy(static feed => feed.Sha256, StringComparer.Ordinal).ThenBy(static feed => feed.File, StringComparer.Ordinal)],
            Carriers = [.. Summarize(points)],
            Countries = countries,
            Sections = [],
        };
    }

    private delegate void SectionWriter(ref MessagePackWriter writer);

    public void Write(Stream stream) => _file.Write(stream, _header);

    private static IEnumerable<CarrierSummary> Summarize(List<ServicePoint> points) => points
        .GroupBy(static point => point.Carrier.Code)
        .OrderBy(static carrier => carrier.Key, StringComparer.Ordinal)
        .Select(static carrier => new CarrierSummary(
            carrier.Key,
            carrier.LongCount(),
            carrier.Min(static point => point.RefreshedAt),
            carrier.Max(static point => point.RefreshedAt)));

    private void AddCountry(string code, CountryContent content)
    {
        Add(Name(SnapshotFormat.Tables), (ref writer) => content.Tables.Write(ref writer));
        _file.Add(Name(SnapshotFormat.Tree), content.Tree.Data);
        AddColumn<ulong>(SnapshotFormat.KeyHashes, content.KeyHashes);
        AddColumn<int>(SnapshotFormat.KeyRows, content.KeyRows);
        AddColumn<int>(SnapshotFormat.RecordOffsets, content.RecordOffsets);
        _file.Add(Name(SnapshotFormat.Records), content.Records);

        string Name(string section) => SnapshotFormat.SectionOf(code, section);

        void AddColumn<T>(string section, ReadOnlyMemory<T> column)
            where T : unmanaged => _file.Add(Name(section), MemoryMarshal.AsBytes(column.Span).ToArray());
    }

    private void Add(string name, SectionWriter write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var writer = new MessagePackWriter(buffer);
        write(ref writer);
        writer.Flush();
        _file.Add(name, buffer.WrittenMemory);
    }
}
