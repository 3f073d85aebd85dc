namespace SpatialIndex.ServicePoints.Geocoding.Building;

/// <summary>A postal code while its country is built.</summary>
internal sealed class PostalCodeBuilder(string code)
{
    // A point that stands for an area says nothing of its reach.
    private const int LeastRadiusMeters = 2_500;

    public string Code { get; } = code;

    public SortedSet<int> Localities { get; } = [];

    public PlaceExtent Records { get; } = new();

    public PlaceExtent Houses { get; } = new();

    public GeoPoint Position => (Houses.IsEmpty ? Records : Houses).Middle();

    public int RadiusMeters(GeoPoint position) =>
        Math.Max(LeastRadiusMeters, Math.Max(Records.RadiusMeters(position), Houses.RadiusMeters(position)));
}
