using System.Buffers;
using MessagePack;
using SpatialIndex.ServicePoints.Feeds;
using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Snapshots;

/// <summary>The points of one country laid out for a snapshot. Depends on the points alone, not on their order.</summary>
internal sealed class CountryContent
{
    /// <summary>A section is indexed by 32 bits; the buffer must be able to grow by one more record.</summary>
    private const int MaxRecordsBytes = 2_000 << 20;

    private const long UsualRecordBytes = 128;

    private readonly PackedPoint[] _points;

    /// <summary>Which of the points is in each row.</summary>
    private readonly int[] _pointOfRow;

    public CountryContent(string countryCode, PackedPoint[] points, CarrierCatalogue carriers, int maxThreads)
    {
        CountryCode = countryCode;
        _points = points;
        PointClass[] classes = [.. points.Select(static point => point.Class).Distinct().Order(PointClassComparer.Instance)];
        if (classes.Length > KdTree.MaxClassCount)
        {
            throw new FeedException(
                $"{countryCode}: there are {classes.Length} combinations of carrier and shop types, more than {KdTree.MaxClassCount}.");
        }

        Tree = BuildTree(classes, carriers, maxThreads);
        _pointOfRow = FindRows();
        (KeyHashes, KeyRows) = SortKeys();

        var carrierNumbers = new Numbering<CarrierReference>();
        var weekNumbers = new Numbering<OpeningTimes>();
        RecordOffsets = new int[points.Length + 1];
        Records = WriteRecords(carrierNumbers, weekNumbers);
        Tables = new CountryTables
        {
            Points = points.Length,
            Classes = [.. classes],
            Carriers = [.. carrierNumbers.Items],
            Weeks = [.. weekNumbers.Items],
        };
        Carriers = CarrierSummaries.Of(countryCode, points);
    }

    public string CountryCode { get; }

    public KdTree Tree { get; }

    public CountryTables Tables { get; }

    public IReadOnlyList<CarrierSummary> Carriers { get; }

    /// <summary>Hashes of carrier code and identifier in ascending order.</summary>
    public ulong[] KeyHashes { get; }

    /// <summary>The rows in the order of <see cref="KeyHashes"/>.</summary>
    public int[] KeyRows { get; }

    /// <summary>Where the record of each row starts, and where the last one ends.</summary>
    public int[] RecordOffsets { get; }

    public ReadOnlyMemory<byte> Records { get; }

    private KdTree BuildTree(PointClass[] classes, CarrierCatalogue carriers, int maxThreads)
    {
        Dictionary<PointClass, int> classNumbers = classes.Index().ToDictionary(static pair => pair.Item, static pair => pair.Index);
        var builder = new KdTreeBuilder(classes.Length);
        foreach (PackedPoint point in _points)
        {
            long expiry = carriers.Find(point.Class.CarrierCode)!.ExpiryTicksOf(point.RefreshedAt, point.VanishedAt);
            builder.Add(point.Id, point.Position, classNumbers[point.Class], expiry);
        }

        return Build(builder, CountryCode, maxThreads);
    }

    /// <exception cref="FeedException">The points do not fit into one tree.</exception>
    internal static KdTree Build(KdTreeBuilder builder, string countryCode, int maxThreads)
    {
        try
        {
            return builder.Build(maxThreads);
        }
        catch (InvalidOperationException exception)
        {
            throw new FeedException($"{countryCode}: {exception.Message}", exception);
        }
    }

    private int[] FindRows()
    {
        long[] ids = Array.ConvertAll(_points, static point => point.Id);
        int[] byId = [.. Enumerable.Range(0, ids.Length)];
        Array.Sort(ids, byId);
        int[] pointOfRow = new int[ids.Length];
        for (int i = 0; i < ids.Length; i++)
        {
            pointOfRow[Tree.RowInIdOrder(i)] = byId[i];
        }

        return pointOfRow;
    }

    private ref readonly PackedPoint PointAt(int row) => ref _points[_pointOfRow[row]];

    /// <summary>By hash and, should two be equal, by row.</summary>
    private (ulong[] Hashes, int[] Rows) SortKeys()
    {
        var keys = new (ulong Hash, int Row)[Tree.Count];
        for (int row = 0; row < keys.Length; row++)
        {
            keys[row] = (PointAt(row).KeyHash, row);
        }

        keys.AsSpan().Sort(static (a, b) => a.Hash != b.Hash ? a.Hash.CompareTo(b.Hash) : a.Row.CompareTo(b.Row));
        return (Array.ConvertAll(keys, static key => key.Hash), Array.ConvertAll(keys, static key => key.Row));
    }

    private ReadOnlyMemory<byte> WriteRecords(Numbering<CarrierReference> carriers, Numbering<OpeningTimes> weeks)
    {
        var buffer = new ArrayBufferWriter<byte>((int)Math.Min(UsualRecordBytes * Tree.Count, MaxRecordsBytes));
        var header = new MessagePackWriter(buffer);
        header.WriteArrayHeader(Tree.Count);
        header.Flush();
        RecordOffsets[0] = buffer.WrittenCount;
        for (int row = 0; row < Tree.Count; row++)
        {
            ref readonly PackedPoint point = ref PointAt(row);
            var writer = new MessagePackWriter(buffer);
            PointRecordCodec.WriteHead(ref writer, carriers.NumberOf(point.Carrier), weeks.NumberOf(point.Week));
            writer.WriteRaw(point.Rest.Span);
            writer.Flush();
            RecordOffsets[row + 1] = buffer.WrittenCount;
            if (buffer.WrittenCount > MaxRecordsBytes)
            {
                throw new FeedException($"{CountryCode}: the records take more than {MaxRecordsBytes >> 20} MiB, which a section can hold.");
            }
        }

        return buffer.WrittenMemory;
    }

    /// <summary>Ordinal order by carrier, carrier's kind and general kind; null first.</summary>
    private sealed class PointClassComparer : IComparer<PointClass>
    {
        public static PointClassComparer Instance { get; } = new();

        public int Compare(PointClass? x, PointClass? y)
        {
            int order = string.CompareOrdinal(x!.CarrierCode, y!.CarrierCode);
            order = order != 0 ? order : string.CompareOrdinal(x.CarrierShopType, y.CarrierShopType);
            return order != 0 ? order : string.CompareOrdinal(x.GeneralShopType, y.GeneralShopType);
        }
    }
}
