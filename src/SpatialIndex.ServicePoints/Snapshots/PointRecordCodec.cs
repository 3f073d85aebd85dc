using System.Collections.Immutable;
using System.Globalization;
using MessagePack;
using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Snapshots;

/// <summary>
/// Points to records and back. Carrier and week are numbers into the country's tables; id, position, kinds and country follow from the row.
/// </summary>
internal static class PointRecordCodec
{
    public static void Write(ref MessagePackWriter writer, ServicePoint point, int carrier, int week)
    {
        writer.WriteArrayHeader(PointRecord.ItemCount);
        writer.Write(carrier);
        writer.Write(JsonEscape.Encode(point.CarrierServicePointId));
        writer.Write(JsonEscape.Encode(point.Name));
        writer.Write(JsonEscape.Encode(point.Address.Street));
        writer.Write(JsonEscape.Encode(point.Address.HouseNumber));
        writer.Write(JsonEscape.Encode(point.Address.PostalCode));
        writer.Write(JsonEscape.Encode(point.Address.City));
        writer.Write(point.Position.Latitude.ToString("R", CultureInfo.InvariantCulture));
        writer.Write(point.Position.Longitude.ToString("R", CultureInfo.InvariantCulture));
        writer.Write(JsonEscape.Encode(point.Contact.Email));
        writer.Write(JsonEscape.Encode(point.Contact.Phone));
        writer.Write(week);
        InstantCodec.Write(ref writer, point.RefreshedAt);
        writer.Write(point.TimeZone);
        writer.WriteArrayHeader(2 * point.OpeningExceptions.Length);
        foreach (DatedHours exception in point.OpeningExceptions)
        {
            writer.Write(exception.Date.DayNumber);
            TimeRangeCodec.Write(ref writer, exception.Ranges);
        }
    }

    /// <summary>Reads a record; the caller turns what is thrown into a refusal.</summary>
    public static ServicePoint Read(
        ReadOnlyMemory<byte> data, CountryTables tables, long id, GeoPoint position, PointClass pointClass, string countryCode)
    {
        var record = new PointRecord(data.Span);
        var rest = new MessagePackReader(data[^record.Rest.Length..]);
        var point = new ServicePoint
        {
            Id = id,
            Name = JsonEscape.Decode(record.Name),
            Carrier = tables.Carriers[record.Carrier],
            CarrierServicePointId = JsonEscape.Decode(record.CarrierServicePointId),
            CarrierShopType = pointClass.CarrierShopType,
            GeneralShopType = pointClass.GeneralShopType,
            Address = new Address
            {
                Street = JsonEscape.Decode(record.Street),
                HouseNumber = JsonEscape.Decode(record.HouseNumber),
                PostalCode = JsonEscape.Decode(record.PostalCode),
                City = JsonEscape.Decode(record.City),
                CountryCode = countryCode,
            },
            Position = position,
            Contact = new Contact(JsonEscape.Decode(record.Email), JsonEscape.Decode(record.Phone)),
            OpeningTimes = tables.Weeks[record.Week],
            RefreshedAt = InstantCodec.Read(ref rest),
            TimeZone = rest.ReadString(),
            OpeningExceptions = ReadExceptions(ref rest),
        };
        return rest.End ? point : throw new InvalidDataException("a record does not end where it should");
    }

    private static ImmutableArray<DatedHours> ReadExceptions(ref MessagePackReader reader)
    {
        int length = reader.ReadArrayHeader();
        if (length % 2 != 0)
        {
            throw new InvalidDataException("a date has no hours");
        }

        var exceptions = ImmutableArray.CreateBuilder<DatedHours>(length / 2);
        for (int i = 0; i < length; i += 2)
        {
            exceptions.Add(new DatedHours(DateOnly.FromDayNumber(reader.ReadInt32()), TimeRangeCodec.Read(ref reader)));
        }

        return exceptions.MoveToImmutable();
    }
}
