namespace SpatialIndex;

/// <summary>Rows as they are listed.</summary>
internal readonly unsafe struct ListedRows(int* rows) : IRowNumbers
{
    public int this[int bit] => rows[bit];
}
