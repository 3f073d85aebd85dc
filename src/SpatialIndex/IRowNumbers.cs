namespace SpatialIndex;

/// <summary>The rows that the bits of a group of candidates stand for; a struct, so that the search is compiled for each kind.</summary>
internal interface IRowNumbers
{
    int this[int bit] { get; }
}
