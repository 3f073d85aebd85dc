using System.Collections.Immutable;
using MessagePack;
using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Snapshots;

/// <summary>
/// The part of a point that is no column: an array of 14 items. Carrier and week are numbers into the country's tables; id,
/// position, kinds and country follow from the row.
/// </summary>
internal static class PointRecordCodec
{
    private const int ItemCount = 14;

    public static void Write(ref MessagePackWriter writer, ServicePoint point, int carrier, int week)
    {
        writer.WriteArrayHeader(ItemCount);
        writer.Write(carrier);
        writer.Write(point.CarrierServicePointId);
        writer.Write(point.Name);
        writer.Write(point.Address.Street);
        writer.Write(point.Address.HouseNumber);
        writer.Write(point.Address.PostalCode);
        writer.Write(point.Address.City);
        writer.Write(point.Contact.Email);
        writer.Write(point.Contact.Phone);
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
        ref MessagePackReader reader, CountryTables tables, long id, GeoPoint position, PointClass pointClass, string countryCode)
    {
        MessagePackShape.RequireArray(ref reader, ItemCount);
        CarrierReference carrier = tables.Carriers[reader.ReadInt32()];
        string carrierServicePointId = MessagePackShape.ReadText(ref reader);
        string name = MessagePackShape.ReadText(ref reader);
        var address = new Address
        {
            Street = MessagePackShape.ReadText(ref reader),
            HouseNumber = MessagePackShape.ReadText(ref reader),
            PostalCode = MessagePackShape.ReadText(ref reader),
            City = MessagePackShape.ReadText(ref reader),
            CountryCode = countryCode,
        };
        var contact = new Contact(MessagePackShape.ReadText(ref reader), MessagePackShape.ReadText(ref reader));
        OpeningTimes week = tables.Weeks[reader.ReadInt32()];
        var point = new ServicePoint
        {
            Id = id,
            Name = name,
            Carrier = carrier,
            CarrierServicePointId = carrierServicePointId,
            CarrierShopType = pointClass.CarrierShopType,
            GeneralShopType = pointClass.GeneralShopType,
            Address = address,
            Position = position,
            Contact = contact,
            OpeningTimes = week,
            RefreshedAt = InstantCodec.Read(ref reader),
            TimeZone = reader.ReadString(),
            OpeningExceptions = ReadExceptions(ref reader),
        };
        return point;
    }

    /// <summary>Whether the record of a row is that of the carrier's point; reads no further than needed.</summary>
    public static bool HasKey(ref MessagePackReader reader, CountryTables tables, string carrierCode, string carrierServicePointId)
    {
        MessagePackShape.RequireArray(ref reader, ItemCount);
        return tables.Carriers[reader.ReadInt32()].Code == carrierCode && reader.ReadString() == carrierServicePointId;
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
