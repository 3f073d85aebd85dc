namespace SpatialIndex;

/// <summary>What a nearest search does with the rows it comes upon; a struct, so that the search is compiled for each kind.</summary>
internal unsafe interface ICandidateCollector
{
    /// <summary>Takes candidates that pass the filter and may be near enough, and lowers the limit by what it knows then.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="bits">Which of a group of 32.</param>
    /// <param name="rows">The rows of the group.</param>
    /// <param name="chords">The squared chords to the whole group, in float.</param>
    /// <param name="cellRadius">How far a chord may be off for the coarseness of positions.</param>
    /// <param name="limit">The limit.</param>
    /// <returns>False when it cannot take more and the search must end.</returns>
    bool Take<TRows>(in KdTreeView tree, uint bits, TRows rows, float* chords, float cellRadius, ref SearchLimit limit)
        where TRows : struct, IRowNumbers;

    /// <summary>Whether a row would come after all that is kept, and with it every point at the same place with a greater id.</summary>
    bool Excludes(in KdTreeView tree, int row);
}
