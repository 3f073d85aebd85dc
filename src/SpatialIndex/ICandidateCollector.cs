namespace SpatialIndex;

/// <summary>What a nearest search does with the rows it comes upon; a struct, so that the search is compiled for each kind.</summary>
internal unsafe interface ICandidateCollector
{
    /// <summary>Takes rows of a leaf that pass the filter and may be near enough, and lowers the limit by what it knows then.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="bits">Which rows of the leaf.</param>
    /// <param name="firstRow">The row of bit 0.</param>
    /// <param name="chords">The squared chords to all rows of the leaf, in float.</param>
    /// <param name="cellRadius">How far a chord may be off for the cells of the node.</param>
    /// <param name="limit">The limit.</param>
    /// <returns>False when it cannot take more and the search must end.</returns>
    bool Take(in KdTreeView tree, uint bits, int firstRow, float* chords, float cellRadius, ref SearchLimit limit);
}
