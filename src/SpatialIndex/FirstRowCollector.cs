namespace SpatialIndex;

/// <summary>Takes points as they come, until the span is full.</summary>
internal ref struct FirstRowCollector(Span<Neighbor> results) : IRowCollector
{
    private readonly Span<Neighbor> _results = results;

    public int Count { get; private set; }

    public bool Take(long id, int row)
    {
        if (Count < _results.Length)
        {
            _results[Count++] = new Neighbor(id, row, double.NaN);
        }

        return Count < _results.Length;
    }
}
