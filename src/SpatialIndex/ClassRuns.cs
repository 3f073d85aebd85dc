namespace SpatialIndex;

/// <summary>
/// The points of small classes once more, a run for each class, in the order of rows: few points of a kind among very many are found sooner
/// by looking at all of them than through the tree.
/// </summary>
internal static unsafe class ClassRuns
{
    /// <summary>So many points of a run are looked at together.</summary>
    public const int Group = 32;

    /// <summary>The most by which the position of a run is off, as a chord of the unit sphere: float has 24 bits.</summary>
    public const float PositionError = 2.5e-7f;

    /// <summary>Larger classes are always found sooner through the tree.</summary>
    private const int LargestClass = 1 << 15;

    /// <summary>The runs may hold one in so many points of the tree.</summary>
    public const int LeastShare = 10;

    /// <summary>How many points all runs have together: the smallest classes get one, as long as there is room.</summary>
    /// <param name="classes">The class of each point.</param>
    /// <param name="classCount">The number of classes.</param>
    public static int Length(ReadOnlySpan<ushort> classes, int classCount)
    {
        int[] counts = new int[classCount];
        foreach (ushort number in classes)
        {
            counts[number]++;
        }

        int limit = LargestCount(counts, classes.Length);
        int length = 0;
        foreach (int ofClass in counts)
        {
            length += ofClass <= limit ? ofClass : 0;
        }

        return length;
    }

    /// <summary>Counts the classes and fills their runs.</summary>
    public static void Fill(in KdTreeView tree)
    {
        KdTreeHeader header = tree.Layout.Header;
        for (int row = 0; row < header.Count; row++)
        {
            int number = tree.Classes[row];
            tree.ClassCounts[number]++;
            tree.ClassExpiries[number] = Math.Max(tree.ClassExpiries[number], tree.ExpiryRanks[row]);
        }

        if (header.RunLength == 0)
        {
            return;
        }

        var counts = new ReadOnlySpan<int>(tree.ClassCounts, header.ClassCount);
        int limit = LargestCount(counts, header.Count);
        int[] next = new int[header.ClassCount];
        int start = 0;
        for (int number = 0; number < next.Length; number++)
        {
            bool hasRun = counts[number] <= limit;
            next[number] = tree.RunStarts[number] = hasRun ? start : -1;
            start += hasRun ? counts[number] : 0;
        }

        float* x = tree.RunPositions;
        float* y = x + tree.Layout.PaddedRunLength;
        float* z = y + tree.Layout.PaddedRunLength;
        for (int row = 0; row < header.Count; row++)
        {
            int number = tree.Classes[row];
            if (next[number] >= 0)
            {
                int place = next[number]++;
                var vector = UnitVector.Of(tree.Records[row].Latitude, tree.Records[row].Longitude);
                tree.RunRows[place] = row;
                tree.RunExpiries[place] = tree.ExpiryRanks[row];
                (x[place], y[place], z[place]) = ((float)vector.X, (float)vector.Y, (float)vector.Z);
            }
        }
    }

    /// <summary>Classes of up to so many points have a run.</summary>
    private static int LargestCount(ReadOnlySpan<int> classCounts, int count)
    {
        int[] ascending = classCounts.ToArray();
        Array.Sort(ascending);
        int room = count / LeastShare;
        int largest = 0;
        for (int i = 0; i < ascending.Length; i++)
        {
            // Classes of one size all have a run or none has.
            bool isLastOfItsSize = i + 1 == ascending.Length || ascending[i + 1] > ascending[i];
            room -= ascending[i];
            if (room < 0 || ascending[i] > LargestClass)
            {
                break;
            }

            largest = isLastOfItsSize ? ascending[i] : largest;
        }

        return largest;
    }
}
