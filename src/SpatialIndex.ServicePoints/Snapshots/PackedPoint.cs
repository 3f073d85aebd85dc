using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Snapshots;

/// <summary>A point ready to be laid out: what goes into columns and tables, and the rest of its record as it will lie in the file.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Position">Where it is.</param>
/// <param name="Class">Its carrier and kinds.</param>
/// <param name="KeyHash">The hash of carrier code and identifier.</param>
/// <param name="CountryCode">Its country.</param>
/// <param name="Carrier">The carrier as it names it.</param>
/// <param name="Week">Its usual week.</param>
/// <param name="RefreshedAt">When it was last confirmed.</param>
/// <param name="VanishedAt">When it vanished; null while it is there.</param>
/// <param name="Rest">The items of its record that depend on nothing but the point.</param>
internal readonly record struct PackedPoint(
    long Id,
    GeoPoint Position,
    PointClass Class,
    ulong KeyHash,
    string CountryCode,
    CarrierReference Carrier,
    OpeningTimes Week,
    DateTimeOffset RefreshedAt,
    DateTimeOffset? VanishedAt,
    ReadOnlyMemory<byte> Rest)
{
    /// <summary>The point that was packed; the caller turns what is thrown into a refusal.</summary>
    public ServicePoint Unpack() => PointRecordCodec.ReadRest(Rest, Id, Position, Class, Carrier, Week, CountryCode);
}
