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

    private readonly List<ServicePoint> _points;
    private readonly Dictionary<long, int> _indexById;

    public CountryContent(List<ServicePoint> points, CarrierCatalogue carriers)
    {
        _points = points;
        _indexById = new Dictionary<long, int>(points.Count);
        PointClass[] classes = [.. points.Select(ClassOf).Distinct().Order(PointClassComparer.Instance)];
        if (classes.Length > KdTree.MaxClassCount)
        {
            throw new FeedException(
                $"{points[0].Address.CountryCode}: there are {classes.Length} combinations of carrier and shop types, more than {KdTree.MaxClassCount}.");
        }

        Tree = BuildTree(classes, carriers);
        (KeyHashes, KeyRows) = SortKeys();

        var carrierNumbers = new Numbering<CarrierReference>();
        var weekNumbers = new Numbering<OpeningTimes>();
        RecordOffsets = new int[points.Count + 1];
        Records = WriteRecords(carrierNumbers, weekNumbers);
        Tables = new CountryTables
        {
            Points = points.Count,
            Classes = [.. classes],
            Carriers = [.. carrierNumbers.Items],
            Weeks = [.. weekNumbers.Items],
        };
    }

    public KdTree Tree { get; }

    public CountryTables Tables { get; }

    /// <summary>Hashes of carrier code and identifier in ascending order.</summary>
    public ulong[] KeyHashes { get; }

    /// <summary>The rows in the order of <see cref="KeyHashes"/>.</summary>
    public int[] KeyRows { get; }

    /// <summary>Where the record of each row starts, and where the last one ends.</summary>
    public int[] RecordOffsets { get; }

    public ReadOnlyMemory<byte> Records { get; }

    private static PointClass ClassOf(ServicePoint point) => new(point.Carrier.Code, point.CarrierShopType, point.GeneralShopType);

    private KdTree BuildTree(PointClass[] classes, CarrierCatalogue carriers)
    {
        Dictionary<PointClass, int> classNumbers = classes.Index().ToDictionary(static pair => pair.Item, static pair => pair.Index);
        var builder = new KdTreeBuilder(classes.Length);
        for (int i = 0; i < _points.Count; i++)
        {
            ServicePoint point = _points[i];
            _indexById.Add(point.Id, i);
            DateTimeOffset expiry = carriers.Find(point.Carrier.Code)!.ExpiryOf(point.RefreshedAt);
            builder.Add(point.Id, point.Position, classNumbers[ClassOf(point)], expiry.UtcTicks);
        }

        return Build(builder, _points[0].Address.CountryCode);
    }

    /// <exception cref="FeedException">The points do not fit into one tree.</exception>
    internal static KdTree Build(KdTreeBuilder builder, string countryCode)
    {
        try
        {
            return builder.Build();
        }
        catch (InvalidOperationException exception)
        {
            throw new FeedException($"{countryCode}: {exception.Message}", exception);
        }
    }

    private ServicePoint PointAt(int row) => _points[_indexById[Tree.IdAt(row)]];

    private (ulong[] Hashes, int[] Rows) SortKeys()
    {
        ulong[] hashes = new ulong[Tree.Count];
        int[] rows = new int[Tree.Count];
        for (int row = 0; row < rows.Length; row++)
        {
            ServicePoint point = PointAt(row);
            hashes[row] = ServicePointId.KeyHash(point.Carrier.Code, point.CarrierServicePointId);
            rows[row] = row;
        }

        Array.Sort(hashes, rows);
        return (hashes, rows);
    }

    private ReadOnlyMemory<byte> WriteRecords(Numbering<CarrierReference> carriers, Numbering<OpeningTimes> weeks)
    {
        var buffer = new ArrayBufferWriter<byte>(128 * Tree.Count);
        var header = new MessagePackWriter(buffer);
        header.WriteArrayHeader(Tree.Count);
        header.Flush();
        RecordOffsets[0] = buffer.WrittenCount;
        for (int row = 0; row < Tree.Count; row++)
        {
            ServicePoint point = PointAt(row);
            var writer = new MessagePackWriter(buffer);
            PointRecordCodec.Write(ref writer, point, carriers.NumberOf(point.Carrier), weeks.NumberOf(point.OpeningTimes));
            writer.Flush();
            RecordOffsets[row + 1] = buffer.WrittenCount;
            if (buffer.WrittenCount > MaxRecordsBytes)
            {
                throw new FeedException($"{point.Address.CountryCode}: the records take more than {MaxRecordsBytes >> 20} MiB, which a section can hold.");
            }
        }

        return buffer.WrittenMemory;
    }

    /// <summary>Numbers distinct items in the order of their first appearance.</summary>
    private sealed class Numbering<T>
        where T : notnull
    {
        private readonly Dictionary<T, int> _numbers = [];

        public List<T> Items { get; } = [];

        public int NumberOf(T item)
        {
            if (!_numbers.TryGetValue(item, out int number))
            {
                number = Items.Count;
                _numbers.Add(item, number);
                Items.Add(item);
            }

            return number;
        }
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
