namespace SpatialIndex.ServicePoints.Geocoding.Text;

/// <summary>Edits between two keys: a letter too many, too few, another, or two letters changed round (optimal string alignment).</summary>
internal static class EditDistance
{
    private const int MaxLength = 120;

    /// <summary>How many edits a key of a length may be away: one, two from eight letters on, none below four.</summary>
    public static int Allowed(int length) => length < 4 ? 0 : length < 8 ? 1 : 2;

    /// <summary>The number of edits; one more than allowed when there are more than that.</summary>
    public static int Compute(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int allowed)
    {
        int prefix = left.CommonPrefixLength(right);
        left = left[prefix..];
        right = right[prefix..];
        while (left.Length > 0 && right.Length > 0 && left[^1] == right[^1])
        {
            left = left[..^1];
            right = right[..^1];
        }

        if (Math.Abs(left.Length - right.Length) > allowed || Math.Max(left.Length, right.Length) > MaxLength)
        {
            return allowed + 1;
        }

        Span<int> rows = stackalloc int[3 * (MaxLength + 1)];
        Span<int> before = rows[..(MaxLength + 1)];
        Span<int> last = rows.Slice(MaxLength + 1, MaxLength + 1);
        Span<int> row = rows[(2 * (MaxLength + 1))..];
        for (int j = 0; j <= right.Length; j++)
        {
            last[j] = j;
        }

        for (int i = 1; i <= left.Length; i++)
        {
            row[0] = i;
            int least = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int edits = Math.Min(Math.Min(last[j] + 1, row[j - 1] + 1), last[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    edits = Math.Min(edits, before[j - 2] + 1);
                }

                row[j] = edits;
                least = Math.Min(least, edits);
            }

            if (least > allowed)
            {
                return allowed + 1;
            }

            Span<int> spare = before;
            before = last;
            last = row;
            row = spare;
        }

        return Math.Min(last[right.Length], allowed + 1);
    }
}
