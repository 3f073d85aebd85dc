namespace SpatialIndex.ServicePoints.Snapshots;

/// <summary>
/// The record of a point where it lies: an array of 16 items, the texts as they stand between the quotes of a JSON string and the
/// coordinates as JSON numbers, so that a response is copied together. To be used under a lease.
/// </summary>
internal readonly ref struct PointRecord
{
    public const int ItemCount = 16;

    public PointRecord(ReadOnlySpan<byte> record)
    {
        var reader = new MessagePackSpan(record);
        if (reader.ReadArrayHead() is var count and not ItemCount)
        {
            throw new InvalidDataException($"it has {count} items instead of {ItemCount}");
        }

        Length = record.Length;
        Carrier = reader.ReadInteger();
        CarrierServicePointId = reader.ReadText();
        Name = reader.ReadText();
        Street = reader.ReadText();
        HouseNumber = reader.ReadText();
        PostalCode = reader.ReadText();
        City = reader.ReadText();
        Latitude = reader.ReadText();
        Longitude = reader.ReadText();
        Email = reader.ReadText();
        Phone = reader.ReadText();
        Week = reader.ReadInteger();
        Rest = reader.Rest;
    }

    /// <summary>Bytes of the whole record.</summary>
    public int Length { get; }

    /// <summary>Number into <see cref="CountryTables.Carriers"/>.</summary>
    public int Carrier { get; }

    public ReadOnlySpan<byte> CarrierServicePointId { get; }

    public ReadOnlySpan<byte> Name { get; }

    public ReadOnlySpan<byte> Street { get; }

    public ReadOnlySpan<byte> HouseNumber { get; }

    public ReadOnlySpan<byte> PostalCode { get; }

    public ReadOnlySpan<byte> City { get; }

    public ReadOnlySpan<byte> Latitude { get; }

    public ReadOnlySpan<byte> Longitude { get; }

    public ReadOnlySpan<byte> Email { get; }

    public ReadOnlySpan<byte> Phone { get; }

    /// <summary>Number into <see cref="CountryTables.Weeks"/>.</summary>
    public int Week { get; }

    /// <summary>The items that no response shows: time of refreshing, time zone, dated hours.</summary>
    public ReadOnlySpan<byte> Rest { get; }
}
