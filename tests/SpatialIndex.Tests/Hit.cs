namespace SpatialIndex.Tests;

/// <summary>What an oracle found: ordered by distance, then by id.</summary>
internal readonly record struct Hit(long Id, double DistanceMeters) : IComparable<Hit>
{
    public int CompareTo(Hit other)
    {
        int byDistance = DistanceMeters.CompareTo(other.DistanceMeters);
        return byDistance != 0 ? byDistance : Id.CompareTo(other.Id);
    }
}
