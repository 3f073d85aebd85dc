namespace SpatialIndex;

/// <summary>The whole sphere.</summary>
internal readonly struct Everywhere : IArea
{
    public bool Excludes(ReadOnlySpan<float> bounds) => false;

    public bool Contains(double latitude, double longitude) => true;
}
