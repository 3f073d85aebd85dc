using System.Collections.Immutable;
using System.Globalization;
using MessagePack;
using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Snapshots;

/// <summary>
/// The part of a point that is no column: an array of 16 items. Carrier and week are numbers into the country's tables; id, position,
/// kinds and country follow from the row. Texts are written as they stand between the quotes of a JSON string and coordinates as JSON
/// numbers, in the order of a response, so that one is copied together from them.
/// </summary>
internal static class PointRecordCodec
{
    private const int ItemCount = 16;

    public static void Write(ref MessagePackWriter writer, ServicePoint point, int carrier, int week)
    {
        writer.WriteArrayHeader(ItemCount);
        writer.Write(carrier);
        writer.Write(week);
        writer.Write(JsonEscape.Encode(point.Name));
        writer.Write(JsonEscape.Encode(point.CarrierServicePointId));
        writer.Write(JsonEscape.Encode(point.Address.Street));
        writer.Write(JsonEscape.Encode(point.Address.HouseNumber));
        writer.Write(JsonEscape.Encode(point.Address.PostalCode));
        writer.Write(JsonEscape.Encode(point.Address.City));
        writer.Write(point.Position.Latitude.ToString("R", CultureInfo.InvariantCulture));
        writer.Write(point.Position.Longitude.ToString("R", CultureInfo.InvariantCulture));
        writer.Write(JsonEscape.Encode(point.Contact.Email));
        writer.Write(JsonEscape.Encode(point.Contact.Phone));
        InstantCodec.Write(ref writer, point.RefreshedAt);
        writer.Write(point.TimeZone);
        writer.WriteArrayHeader(2 * point.OpeningExceptions.Length);
        foreach (DatedHours exception in point.OpeningExceptions)
        {
            writer.Write(exception.Date.DayNumber);
            TimeRangeCodec.Write(ref writer, exception.Ranges);
        }
    }

    /// <summary>Begins to read a record: what is left are ten texts, of which a response is made, and then what none shows.</summary>
    /// <param name="record">The record.</param>
    /// <param name="tables">The tables of the country, in which carrier and week are.</param>
    /// <param name="carrier">Number into <see cref="CountryTables.Carriers"/>.</param>
    /// <param name="week">Number into <see cref="CountryTables.Weeks"/>.</param>
    public static MessagePackSpan Begin(ReadOnlySpan<byte> record, CountryTables tables, out int carrier, out int week)
    {
        var reader = new MessagePackSpan(record);
        int count = reader.ReadArrayHead();
        carrier = reader.ReadInteger();
        week = reader.ReadInteger();
        return count == ItemCount && (uint)carrier < (uint)tables.Carriers.Length && (uint)week < (uint)tables.Weeks.Length
            ? reader
            : throw new InvalidDataException("it does not have the items of a record, or its carrier or week is not in the tables");
    }

    /// <summary>Reads a record; the caller turns what is thrown into a refusal.</summary>
    public static ServicePoint Read(
        ReadOnlyMemory<byte> record, CountryTables tables, long id, GeoPoint position, PointClass pointClass, string countryCode)
    {
        MessagePackSpan reader = Begin(record.Span, tables, out int carrier, out int week);
        string name = ReadText(ref reader);
        string carrierServicePointId = ReadText(ref reader);
        var address = new Address
        {
            Street = ReadText(ref reader),
            HouseNumber = ReadText(ref reader),
            PostalCode = ReadText(ref reader),
            City = ReadText(ref reader),
            CountryCode = countryCode,
        };
        reader.ReadText();
        reader.ReadText();
        var contact = new Contact(ReadText(ref reader), ReadText(ref reader));
        var rest = new MessagePackReader(record[^reader.Rest.Length..]);
        var point = new ServicePoint
        {
            Id = id,
            Name = name,
            Carrier = tables.Carriers[carrier],
            CarrierServicePointId = carrierServicePointId,
            CarrierShopType = pointClass.CarrierShopType,
            GeneralShopType = pointClass.GeneralShopType,
            Address = address,
            Position = position,
            Contact = contact,
            OpeningTimes = tables.Weeks[week],
            RefreshedAt = InstantCodec.Read(ref rest),
            TimeZone = rest.ReadString(),
            OpeningExceptions = ReadExceptions(ref rest),
        };
        return rest.End ? point : throw new InvalidDataException("a record does not end where it should");
    }

    /// <summary>Whether a record is that of the carrier's point; reads no further than needed.</summary>
    public static bool HasKey(ReadOnlySpan<byte> record, CountryTables tables, string carrierCode, string carrierServicePointId)
    {
        MessagePackSpan reader = Begin(record, tables, out int carrier, out _);
        reader.ReadText();
        return tables.Carriers[carrier].Code == carrierCode && ReadText(ref reader) == carrierServicePointId;
    }

    private static string ReadText(ref MessagePackSpan reader) => JsonEscape.Decode(reader.ReadText());

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
