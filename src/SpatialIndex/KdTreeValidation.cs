using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SpatialIndex;

/// <summary>Checks stored trees: at opening whatever could lead a search outside of them, on request all that follows from the points.</summary>
internal static class KdTreeValidation
{
    private const string DoesNotFollow = "does not follow from the points";

    /// <summary>Compiled at once to its fastest form, because it runs over whole parts when a process has just started.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static KdTreeLayout Validate(ReadOnlySpan<byte> data)
    {
        Require(data.Length >= KdTreeHeader.Size, "Header", "is cut short");
        KdTreeHeader header = MemoryMarshal.Read<KdTreeHeader>(data);
        Require(header.Count >= 0, "Header", "has a negative count");
        Require(header.ClassCount is >= 1 and <= KdTree.MaxClassCount, "Header", "has a class count that is not from 1 to 65536");
        Require(header.ExpiryTableLength is >= 0 and <= 65_536, "Header", "has more than 65536 expiry ranks");
        Require(header.RunLength >= 0 && header.RunLength <= header.Count, "Header", "has more points in runs than there are");
        Require(data[KdTreeHeader.FlagOffset] <= 1, "Header", "has a flag that is neither 0 nor 1");
        Require(!data[(KdTreeHeader.FlagOffset + 1)..KdTreeHeader.Size].ContainsAnyExcept((byte)0), "Header", "does not end in zeros");
        var layout = new KdTreeLayout(header);
        Require(data.Length == layout.Length, "Header", $"asks for {layout.Length} bytes where there are {data.Length}");

        foreach (ref readonly KdTreeNode node in KdTreeLayout.Part<KdTreeNode>(data, layout.Nodes, layout.Shape.NodeCount))
        {
            Require(node.IsInRange, nameof(layout.Nodes), "holds a grid that no box can have");
        }

        RequireSplitsInside(data, layout);
        foreach (float cosine in KdTreeLayout.Part<float>(data, layout.ChildCosines, KdTreeShape.Fanout * layout.Shape.NodeCount))
        {
            Require(cosine is >= 0 and <= 1, nameof(layout.ChildCosines), "holds a number that is not from 0 to 1");
        }

        ReadOnlySpan<KdTreeRecord> records = KdTreeLayout.Part<KdTreeRecord>(data, layout.Records, header.Count);
        foreach (ref readonly KdTreeRecord record in records)
        {
            Require(record.Latitude is >= -90 and <= 90, nameof(layout.Records), "holds a latitude outside -90 to 90");
            Require(record.Longitude is >= -180 and <= 180, nameof(layout.Records), "holds a longitude outside -180 to 180");
        }

        foreach (ushort number in KdTreeLayout.Part<ushort>(data, layout.Classes, header.Count))
        {
            Require(number < header.ClassCount, nameof(layout.Classes), "names a class that does not exist");
        }

        foreach (ushort rank in KdTreeLayout.Part<ushort>(data, layout.ExpiryRanks, header.Count))
        {
            Require(rank < header.ExpiryTableLength, nameof(layout.ExpiryRanks), "names a rank that does not exist");
        }

        ReadOnlySpan<long> expiryTable = KdTreeLayout.Part<long>(data, layout.ExpiryTable, header.ExpiryTableLength);
        for (int rank = 1; rank < expiryTable.Length; rank++)
        {
            Require(expiryTable[rank] > expiryTable[rank - 1], nameof(layout.ExpiryTable), "is not in ascending order");
        }

        RequireAscendingIds(records, KdTreeLayout.Part<int>(data, layout.RowsById, header.Count));
        RequireRunsInside(data, layout);
        return layout;
    }

    public static unsafe void ThrowIfInconsistent(ReadOnlySpan<byte> data, KdTreeLayout layout)
    {
        RequireRankedExpiries(data, layout);
        int count = layout.Header.Count;
        int runLength = ClassRuns.Length(KdTreeLayout.Part<ushort>(data, layout.Classes, count), layout.Header.ClassCount);
        Require(layout.Header.RunLength == runLength, "Header", "has more or fewer points in runs than belong there");
        byte[] computed = new byte[data.Length];
        MemoryMarshal.Write(computed, layout.Header);
        (int Start, int Length)[] given =
        [
            (layout.Classes, 2 * count), (layout.ExpiryRanks, 2 * count), (layout.Records, sizeof(KdTreeRecord) * count), (layout.RowsById, 4 * count),
            (layout.ExpiryTable, 8 * layout.Header.ExpiryTableLength), (layout.Expiries, layout.Header.HasExpiries ? 8 * count : 0),
        ];
        foreach ((int start, int length) in given)
        {
            data.Slice(start, length).CopyTo(computed.AsSpan(start));
        }

        fixed (byte* start = computed)
        {
            KdTreeNodes.Fill(layout, start, Environment.ProcessorCount);
        }

        foreach ((string name, int start, int length) in layout.Parts)
        {
            Require(data.Slice(start, length).SequenceEqual(computed.AsSpan(start, length)), name, DoesNotFollow);
        }

        Require(data.SequenceEqual(computed), "Padding", "is not 0");
    }

    /// <summary>All nodes but the last of each level have all children.</summary>
    private static void RequireSplitsInside(ReadOnlySpan<byte> data, KdTreeLayout layout)
    {
        ReadOnlySpan<KdTreeSplits> splits = KdTreeLayout.Part<KdTreeSplits>(data, layout.Splits, layout.Shape.NodeCount);
        for (int level = 1; level <= layout.Shape.TopLevel; level++)
        {
            int last = layout.Shape.NodesOn(level) - 1;
            Require(
                splits[layout.FirstNodes[level] + last].LeadOnlyTo(layout.Shape.ChildCount(level, last)),
                nameof(layout.Splits), "leads to a child that does not exist");
        }
    }

    /// <summary>
    /// Runs follow each other, so that all of them together are no longer than a search of them expects, and hold rows of their own class,
    /// ascending, so that no search comes by a row twice.
    /// </summary>
    private static void RequireRunsInside(ReadOnlySpan<byte> data, KdTreeLayout layout)
    {
        KdTreeHeader header = layout.Header;
        ReadOnlySpan<int> counts = KdTreeLayout.Part<int>(data, layout.ClassCounts, header.ClassCount);
        foreach (int count in counts)
        {
            Require(count >= 0 && count <= header.Count, nameof(layout.ClassCounts), "has a class with more points than there are");
        }

        if (header.RunLength == 0)
        {
            return;
        }

        ReadOnlySpan<int> starts = KdTreeLayout.Part<int>(data, layout.RunStarts, header.ClassCount);
        ReadOnlySpan<int> rows = KdTreeLayout.Part<int>(data, layout.RunRows, header.RunLength);
        ReadOnlySpan<ushort> classes = KdTreeLayout.Part<ushort>(data, layout.Classes, header.Count);
        int end = 0;
        for (int number = 0; number < starts.Length; number++)
        {
            if (starts[number] != -1)
            {
                Require(starts[number] == end, nameof(layout.RunStarts), "holds a run that does not begin where the one before it ends");
                Require(counts[number] <= header.RunLength - end, nameof(layout.ClassCounts), "has a class with more points than its run");
                int previous = -1;
                foreach (int row in rows.Slice(end, counts[number]))
                {
                    Require((uint)row < (uint)header.Count, nameof(layout.RunRows), "names a row that does not exist");
                    Require(row > previous && classes[row] == number, nameof(layout.RunRows), "is not each row of a class once, in ascending order");
                    previous = row;
                }

                end += counts[number];
            }
        }
    }

    /// <summary>The table and the ranks are those that the expiries give.</summary>
    private static void RequireRankedExpiries(ReadOnlySpan<byte> data, KdTreeLayout layout)
    {
        KdTreeHeader header = layout.Header;
        ReadOnlySpan<long> table = KdTreeLayout.Part<long>(data, layout.ExpiryTable, header.ExpiryTableLength);
        ReadOnlySpan<ushort> ranks = KdTreeLayout.Part<ushort>(data, layout.ExpiryRanks, header.Count);
        long[] expiries = new long[header.Count];
        for (int row = 0; row < expiries.Length; row++)
        {
            expiries[row] = table[ranks[row]];
        }

        if (header.HasExpiries)
        {
            KdTreeLayout.Part<long>(data, layout.Expiries, header.Count).CopyTo(expiries);
        }

        ExpiryRanking ranking = ExpiryRanking.Of(expiries);
        Require(ranking.IsExact != header.HasExpiries, "Header", "asks for expiries where the ranks have them all");
        Require(ranking.Table.AsSpan().SequenceEqual(table), nameof(layout.ExpiryTable), DoesNotFollow);
        for (int row = 0; row < expiries.Length; row++)
        {
            Require(ranking.RankOf(expiries[row]) == ranks[row], nameof(layout.ExpiryRanks), DoesNotFollow);
        }
    }

    /// <summary>Strictly ascending ids over n rows in range can only be a permutation of all rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void RequireAscendingIds(ReadOnlySpan<KdTreeRecord> records, ReadOnlySpan<int> rowsById)
    {
        long previous = 0;
        bool first = true;
        foreach (int row in rowsById)
        {
            Require((uint)row < (uint)records.Length, nameof(KdTreeLayout.RowsById), "names a row that does not exist");
            Require(first || records[row].Id > previous, nameof(KdTreeLayout.RowsById), "is not in ascending order of distinct ids");
            previous = records[row].Id;
            first = false;
        }
    }

    private static void Require(bool condition, string part, string problem)
    {
        if (!condition)
        {
            throw new InvalidDataException($"{part} {problem}.");
        }
    }
}
