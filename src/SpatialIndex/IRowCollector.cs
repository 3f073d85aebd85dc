namespace SpatialIndex;

/// <summary>What a search without distances does with the points it finds; a struct, so that the search is compiled for each kind.</summary>
internal interface IRowCollector
{
    /// <summary>Takes a point; false when no more are wanted.</summary>
    bool Take(long id, int row);
}
