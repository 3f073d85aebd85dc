using SpatialIndex.Benchmarks.SideBySide;

namespace SpatialIndex.Benchmarks.Peers;

/// <summary>What any peer must keep beside its index, by the points' numbers: a copy of their positions, classes and expiries.</summary>
internal sealed class PointTable
{
    private readonly GeoPoint[] _points;
    private readonly ushort[] _classes;
    private readonly long[] _expiries;

    public PointTable(Dataset data)
    {
        _points = [.. data.Points];
        _classes = new ushort[Count];
        _expiries = new long[Count];
        for (int i = 0; i < Count; i++)
        {
            ReadOnlySpan<byte> attributes = data.Attributes.AsSpan(3 * i, 3);
            _classes[i] = (ushort)Dataset.ClassOf(attributes[0], attributes[1]);
            _expiries[i] = 1 - attributes[2];
        }
    }

    public int Count => _points.Length;

    public ReadOnlySpan<GeoPoint> Points => _points;

    public bool Matches(int number, PointFilter filter) =>
        (filter.Classes is not { } classes || classes.Contains(_classes[number]))
        && (filter.NotExpiredAt is not { } instant || _expiries[number] >= instant);

    /// <summary>Puts points that were found by another measure into the order of their haversine distances.</summary>
    public void Rank(Span<Neighbor> found, GeoPoint center)
    {
        var ranked = new NearestList(found);
        for (int i = 0; i < found.Length; i++)
        {
            int number = (int)found[i].Id;
            ranked.Add(number, Haversine.DistanceMeters(center, _points[number]));
        }
    }
}
