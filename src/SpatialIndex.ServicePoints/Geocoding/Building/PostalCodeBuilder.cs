namespace SpatialIndex.ServicePoints.Geocoding.Building;

/// <summary>A postal code while its country is built.</summary>
internal sealed class PostalCodeBuilder(string code)
{
    public string Code { get; } = code;

    public SortedSet<int> Localities { get; } = [];

    public PlaceExtent Records { get; } = new();

    public PlaceExtent Houses { get; } = new();

    public GeoPoint Position => (Houses.IsEmpty ? Records : Houses).Middle();

    /// <param name="position">Where it is.</param>
    /// <param name="reachMeters">How far its localities reach.</param>
    public int RadiusMeters(GeoPoint position, int reachMeters) => Math.Max(Records.RadiusMeters(position) + reachMeters, Houses.BeyondMeters(position));
}
