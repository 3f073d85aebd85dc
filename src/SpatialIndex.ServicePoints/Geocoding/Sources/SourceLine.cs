namespace SpatialIndex.ServicePoints.Geocoding.Sources;

/// <summary>What a line of a source gave: a record, a name that other sources need, or nothing for a reason.</summary>
internal readonly record struct SourceLine(GazetteerRecord? Record, GazetteerLoss? Loss)
{
    public static SourceLine Name => default;

    public static implicit operator SourceLine(GazetteerRecord record) => new(record, null);

    public static implicit operator SourceLine(GazetteerLoss loss) => new(null, loss);
}
