using System.Collections.Immutable;
using System.Globalization;
using MessagePack;
using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Snapshots;

/// <summary>
/// The part of a point that is no column: an array of 17 items. Carrier and week are numbers into the country's tables; id, position,
/// kinds and country follow from the row. Texts are written as they stand between the quotes of a JSON string and coordinates as JSON
/// numbers, in the order of a response, so that one is copied together from them.
/// </summary>
internal static class PointRecordCodec
{
    private const int ItemCount = 17;
    private const int TextCount = 10;

    /// <summary>The items that depend on the tables of the country.</summary>
    public static void WriteHead(ref MessagePackWriter writer, int carrier, int week)
    {
        writer.WriteArrayHeader(ItemCount);
        writer.Write(carrier);
        writer.Write(week);
    }

    /// <summary>The items that depend on the point alone.</summary>
    public static void WriteRest(ref MessagePackWriter writer, ServicePoint point)
    {
        writer.Write(JsonEscape.Encode(point.Name));
        writer.Write(JsonEscape.Encode(point.CarrierServicePointId));
        writer.Write(JsonEscape.Encode(point.Address.Street));
        writer.Write(JsonEscape.Encode(point.Address.HouseNumber));
        writer.Write(JsonEscape.Encode(point.Address.PostalCode));
        writer.Write(JsonEscape.Encode(point.Address.City));
        WriteNumber(ref writer, point.Position.Latitude);
        WriteNumber(ref writer, point.Position.Longitude);
        writer.Write(JsonEscape.Encode(point.Contact.Email));
        writer.Write(JsonEscape.Encode(point.Contact.Phone));
        InstantCodec.Write(ref writer, point.RefreshedAt);
        InstantCodec.WriteOptional(ref writer, point.VanishedAt);
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
        ReadOnlyMemory<byte> rest = record[^Begin(record.Span, tables, out int carrier, out int week).Rest.Length..];
        return ReadRest(rest, id, position, pointClass, tables.Carriers[carrier], tables.Weeks[week], countryCode);
    }

    /// <summary>Reads what <see cref="WriteRest"/> wrote; the caller turns what is thrown into a refusal.</summary>
    public static ServicePoint ReadRest(
        ReadOnlyMemory<byte> rest, long id, GeoPoint position, PointClass pointClass, CarrierReference carrier, OpeningTimes week, string countryCode)
    {
        var reader = new MessagePackSpan(rest.Span);
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
        var times = new MessagePackReader(rest[^reader.Rest.Length..]);
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
            RefreshedAt = InstantCodec.Read(ref times),
            VanishedAt = InstantCodec.ReadOptional(ref times),
            TimeZone = times.ReadString(),
            OpeningExceptions = ReadExceptions(ref times),
        };
        return times.End ? point : throw new InvalidDataException("a record does not end where it should");
    }

    /// <summary>The name of the point, from what <see cref="Begin"/> left.</summary>
    public static string ReadName(ReadOnlySpan<byte> rest)
    {
        var reader = new MessagePackSpan(rest);
        return ReadText(ref reader);
    }

    /// <summary>When the point was refreshed and when it vanished, from what <see cref="Begin"/> left.</summary>
    public static (DateTimeOffset RefreshedAt, DateTimeOffset? VanishedAt) ReadTimes(ReadOnlyMemory<byte> rest)
    {
        var reader = new MessagePackSpan(rest.Span);
        for (int text = 0; text < TextCount; text++)
        {
            reader.ReadText();
        }

        var times = new MessagePackReader(rest[^reader.Rest.Length..]);
        return (InstantCodec.Read(ref times), InstantCodec.ReadOptional(ref times));
    }

    /// <summary>Whether a record is that of the carrier's point; reads no further than needed.</summary>
    public static bool HasKey(ReadOnlySpan<byte> record, CountryTables tables, string carrierCode, string carrierServicePointId)
    {
        MessagePackSpan reader = Begin(record, tables, out int carrier, out _);
        reader.ReadText();
        return tables.Carriers[carrier].Code == carrierCode && ReadText(ref reader) == carrierServicePointId;
    }

    private static void WriteNumber(ref MessagePackWriter writer, double number)
    {
        // At most 24 characters: a length that MessagePack writes into the byte before them.
        const int MaxLength = 24;
        Span<byte> text = writer.GetSpan(1 + MaxLength);
        number.TryFormat(text[1..], out int length, "R", CultureInfo.InvariantCulture);
        text[0] = (byte)(MessagePackCode.MinFixStr | length);
        writer.Advance(1 + length);
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
