using System.Numerics;
using SpatialIndex.ServicePoints.Geocoding.Files;
using SpatialIndex.ServicePoints.Geocoding.Text;

namespace SpatialIndex.ServicePoints.Geocoding.Matching;

/// <summary>Gathers, of the keys that are looked at, those that are the fewest edits away from one.</summary>
internal sealed class SimilarKeys(KeyTable table, string key, SearchBudget budget)
{
    private readonly ulong _signature = KeyTable.SignatureOf(key);
    private readonly List<int> _rows = [];

    /// <summary>How many edits those that were found are away; before, how many are allowed.</summary>
    public int Edits { get; private set; } = key.Length > KeyTable.MaxKeyLength ? 0 : EditDistance.Allowed(key.Length);

    public IReadOnlyList<int> Rows => _rows;

    /// <summary>Looks at so many rows from one on, one in every step.</summary>
    public void Look(int first, int count, int step)
    {
        if (Edits == 0 || !budget.Take(count))
        {
            return;
        }

        ReadOnlySpan<KeyRow> all = table.Rows.Span;
        for (int i = first; i < first + (count * step); i += step)
        {
            ref readonly KeyRow row = ref all[i];
            if (BitOperations.PopCount(row.Signature ^ _signature) > 2 * Edits || Math.Abs(row.Length - key.Length) > Edits)
            {
                continue;
            }

            int edits = EditDistance.Compute(key, table.KeyAt(i), Edits);
            if (edits < Edits)
            {
                Edits = edits;
                _rows.Clear();
            }

            if (edits <= Edits)
            {
                _rows.Add(i);
            }
        }
    }
}
