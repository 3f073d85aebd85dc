using System.Buffers;
using System.Runtime.CompilerServices;
using MessagePack;
using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Snapshots;

/// <summary>The points of one country in an opened snapshot: the tree over them, their keys and their records. Immutable.</summary>
internal sealed class CountrySnapshot
{
    private readonly Snapshot _snapshot;
    private readonly ReadOnlyMemory<ulong> _keyHashes;
    private readonly ReadOnlyMemory<int> _keyRows;
    private readonly ReadOnlyMemory<int> _recordOffsets;
    private readonly ReadOnlyMemory<byte> _records;

    private CountrySnapshot(Snapshot snapshot, string code, CountryTables tables, KdTree tree)
    {
        _snapshot = snapshot;
        Code = code;
        Tables = tables;
        Tree = tree;
        _keyHashes = snapshot.Column<ulong>(SnapshotFormat.SectionOf(code, SnapshotFormat.KeyHashes));
        _keyRows = snapshot.Column<int>(SnapshotFormat.SectionOf(code, SnapshotFormat.KeyRows));
        _recordOffsets = snapshot.Column<int>(SnapshotFormat.SectionOf(code, SnapshotFormat.RecordOffsets));
        _records = snapshot.Content(SnapshotFormat.SectionOf(code, SnapshotFormat.Records));
    }

    public string Code { get; }

    public CountryTables Tables { get; }

    public KdTree Tree { get; }

    /// <summary>Checks and opens the sections of a country.</summary>
    /// <exception cref="SnapshotException">A section is damaged.</exception>
    public static CountrySnapshot Open(Snapshot snapshot, string code, int points)
    {
        string tablesSection = SnapshotFormat.SectionOf(code, SnapshotFormat.Tables);
        CountryTables tables = snapshot.ReadTables(tablesSection);
        if (tables.Points != points)
        {
            throw snapshot.Refuse(tablesSection, "it does not agree with the header on the number of points");
        }

        foreach (PointClass entry in tables.Classes)
        {
            if (!snapshot.Carriers.Contains(entry.CarrierCode))
            {
                throw snapshot.Refuse(tablesSection, $"the carrier {entry.CarrierCode} of a class is not in the catalogue");
            }
        }

        var country = new CountrySnapshot(snapshot, code, tables, OpenTree(snapshot, code, tables));
        country.Validate();
        return country;
    }

    /// <summary>Decodes the point in a row.</summary>
    public ServicePoint PointAt(int row)
    {
        try
        {
            return PointRecordCodec.Read(RecordAt(row), Tables, Tree.IdAt(row), Tree.PointAt(row), Tables.Classes[Tree.ClassAt(row)], Code);
        }
        catch (Exception exception) when (SnapshotDamage.IsDamage(exception))
        {
            throw RefuseRecord(row, exception.Message, exception);
        }
    }

    /// <summary>Whether the point in a row was refreshed too long ago to be trusted.</summary>
    public bool IsExpired(int row, DateTimeOffset now) => Tree.ExpiryAt(row) < now.UtcTicks;

    /// <summary>The record of a row where it lies, for <see cref="PointRecordCodec"/>.</summary>
    public ReadOnlyMemory<byte> RecordAt(int row)
    {
        ReadOnlySpan<int> offsets = _recordOffsets.Span;
        return _records[offsets[row]..offsets[row + 1]];
    }

    /// <summary>
    /// Every point in the order of rows, packed as it lies in the file, to be written into another one, until when the snapshot must stay open.
    /// </summary>
    public IEnumerable<PackedPoint> PackedPoints()
    {
        ulong[] hashes = new ulong[Tree.Count];
        for (int i = 0; i < hashes.Length; i++)
        {
            hashes[_keyRows.Span[i]] = _keyHashes.Span[i];
        }

        for (int row = 0; row < hashes.Length; row++)
        {
            yield return Pack(row, hashes[row]);
        }
    }

    private PackedPoint Pack(int row, ulong keyHash)
    {
        try
        {
            ReadOnlyMemory<byte> record = RecordAt(row);
            ReadOnlyMemory<byte> rest = record[^PointRecordCodec.Begin(record.Span, Tables, out int carrier, out int week).Rest.Length..];
            (DateTimeOffset refreshedAt, DateTimeOffset? vanishedAt) = PointRecordCodec.ReadTimes(rest);
            return new PackedPoint(
                Tree.IdAt(row),
                Tree.PointAt(row),
                Tables.Classes[Tree.ClassAt(row)],
                keyHash,
                Code,
                Tables.Carriers[carrier],
                Tables.Weeks[week],
                refreshedAt,
                vanishedAt,
                rest);
        }
        catch (Exception exception) when (SnapshotDamage.IsDamage(exception))
        {
            throw RefuseRecord(row, exception.Message, exception);
        }
    }

    /// <summary>Checks that the record of a row is what its point gives, byte for byte.</summary>
    /// <exception cref="SnapshotException">It is not.</exception>
    public void VerifyRecord(int row)
    {
        ServicePoint point = PointAt(row);
        ReadOnlySpan<byte> record = RecordAt(row).Span;
        PointRecordCodec.Begin(record, Tables, out int carrier, out int week);
        var buffer = new ArrayBufferWriter<byte>(record.Length);
        var writer = new MessagePackWriter(buffer);
        PointRecordCodec.WriteHead(ref writer, carrier, week);
        PointRecordCodec.WriteRest(ref writer, point);
        writer.Flush();
        if (!buffer.WrittenSpan.SequenceEqual(record))
        {
            throw RefuseRecord(row, "it is not written as its values are");
        }
    }

    public SnapshotException RefuseRecord(int row, string problem, Exception? cause = null) =>
        Refuse(SnapshotFormat.Records, $"row {row}: {problem}", cause);

    /// <summary>The row of a carrier's point by the carrier's identifier; −1 when there is none.</summary>
    public int RowOf(string carrierCode, string carrierServicePointId)
    {
        ulong hash = ServicePointId.KeyHash(carrierCode, carrierServicePointId);
        ReadOnlySpan<ulong> hashes = _keyHashes.Span;
        int index = hashes.BinarySearch(hash);
        while (index > 0 && hashes[index - 1] == hash)
        {
            index--;
        }

        for (; index >= 0 && index < hashes.Length && hashes[index] == hash; index++)
        {
            int row = _keyRows.Span[index];
            if (HasKey(row, carrierCode, carrierServicePointId))
            {
                return row;
            }
        }

        return -1;
    }

    private static KdTree OpenTree(Snapshot snapshot, string code, CountryTables tables)
    {
        string section = SnapshotFormat.SectionOf(code, SnapshotFormat.Tree);
        try
        {
            var tree = KdTree.Open(snapshot.Column<byte>(section));
            return tree.ClassCount == tables.Classes.Length
                ? tree
                : throw new InvalidDataException("it does not agree with the tables on the number of classes");
        }
        catch (InvalidDataException exception)
        {
            throw snapshot.Refuse(section, exception.Message, exception);
        }
    }

    /// <summary>Checks every number that leads somewhere, once. Compiled at once to its fastest form, because it runs over whole columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Validate()
    {
        int count = Tree.Count;
        Require(Tables.Points == count, SnapshotFormat.Tree, "it does not agree with the tables on the number of points");
        Require(_keyHashes.Length == count, SnapshotFormat.KeyHashes, "it does not have one entry a point");
        Require(_keyRows.Length == count, SnapshotFormat.KeyRows, "it does not have one entry a point");
        Require(_recordOffsets.Length == count + 1, SnapshotFormat.RecordOffsets, "it does not have one entry a point and one more");

        ulong previousHash = 0;
        foreach (ulong hash in _keyHashes.Span)
        {
            Require(hash >= previousHash, SnapshotFormat.KeyHashes, "it is not in ascending order");
            previousHash = hash;
        }

        foreach (int row in _keyRows.Span)
        {
            Require((uint)row < (uint)count, SnapshotFormat.KeyRows, "it names a row that does not exist");
        }

        int previousOffset = 0;
        foreach (int offset in _recordOffsets.Span)
        {
            Require(offset >= previousOffset && offset <= _records.Length, SnapshotFormat.RecordOffsets, "it leads outside the records");
            previousOffset = offset;
        }

        Require(previousOffset == _records.Length, SnapshotFormat.RecordOffsets, "it does not cover the records");
    }

    private bool HasKey(int row, string carrierCode, string carrierServicePointId)
    {
        try
        {
            return PointRecordCodec.HasKey(RecordAt(row).Span, Tables, carrierCode, carrierServicePointId);
        }
        catch (Exception exception) when (SnapshotDamage.IsDamage(exception))
        {
            throw RefuseRecord(row, exception.Message, exception);
        }
    }

    private void Require(bool condition, string section, string problem)
    {
        if (!condition)
        {
            throw Refuse(section, problem);
        }
    }

    private SnapshotException Refuse(string section, string problem, Exception? cause = null) =>
        _snapshot.Refuse(SnapshotFormat.SectionOf(Code, section), problem, cause);
}
