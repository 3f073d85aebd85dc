namespace SpatialIndex;

/// <summary>The rows of a leaf, which follow each other.</summary>
internal readonly struct LeafRows(int firstRow) : IRowNumbers
{
    public int this[int bit] => firstRow + bit;
}
