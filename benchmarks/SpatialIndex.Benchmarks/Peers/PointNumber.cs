namespace SpatialIndex.Benchmarks.Peers;

/// <summary>A point's number as the object that NetTopologySuite's k-d tree wants.</summary>
internal sealed class PointNumber(int value)
{
    public int Value { get; } = value;
}
