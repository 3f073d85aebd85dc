namespace SpatialIndex.Benchmarks.Cases;

/// <summary>Nearest searches under unusual conditions.</summary>
/// <param name="Name">What is unusual.</param>
/// <param name="Tree">The tree to search.</param>
/// <param name="Queries">The places to search around.</param>
/// <param name="Limit">The most results.</param>
/// <param name="Filter">What the points must satisfy.</param>
internal sealed record SpecialCase(string Name, KdTree Tree, GeoPoint[] Queries, int Limit, PointFilter Filter = default)
{
    /// <summary>Asks every query once.</summary>
    public void Search()
    {
        Span<Neighbor> results = new Neighbor[Limit];
        foreach (GeoPoint query in Queries)
        {
            Tree.Nearest(query, results, Filter);
        }
    }
}
