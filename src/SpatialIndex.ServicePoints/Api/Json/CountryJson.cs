using System.Collections.Concurrent;
using System.Text;
using SpatialIndex.ServicePoints.Hours;
using SpatialIndex.ServicePoints.Model;
using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.ServicePoints.Api.Json;

/// <summary>
/// Writes the points of a country: what is a point's own is copied from its record, what points share is made once. After the
/// first time that a point is written, nothing is allocated for it. Safe to use from any number of threads, under a lease.
/// </summary>
internal sealed class CountryJson
{
    private const int MaxPunctuation = 256;

    private readonly CountrySnapshot _country;
    private readonly PointTimeZones _zones;
    private readonly byte[][] _carriers;
    private readonly byte[][] _kinds;
    private readonly byte[] _afterCity;
    private readonly PointHours?[] _hours;
    private readonly ConcurrentDictionary<(int Week, PointTimeZone Zone), PointHours> _sharedHours = new();

    public CountryJson(CountrySnapshot country, PointTimeZones zones)
    {
        _country = country;
        _zones = zones;
        _carriers = [.. country.Tables.Carriers.Select(CarrierJson)];
        _kinds = [.. country.Tables.Classes.Select(KindsJson)];
        _afterCity = Encoding.UTF8.GetBytes($"\",\"country_code\":{JsonEscape.Literal(country.Code)}}},\"position\":{{\"latitude\":");
        _hours = new PointHours?[country.Tree.Count];
    }

    /// <summary>Writes the object of a point up to its last value, without the brace that closes it.</summary>
    /// <exception cref="SnapshotException">The record is damaged.</exception>
    public void Write(ref Utf8Output output, int row, DateTimeOffset now)
    {
        try
        {
            Copy(ref output, _country.RecordAt(row).Span, row, now);
        }
        catch (Exception exception) when (SnapshotDamage.IsDamage(exception))
        {
            throw _country.RefuseRecord(row, exception.Message, exception);
        }
    }

    /// <summary>What stands between the values of <c>name</c> and <c>carrier_service_point_id</c>, with both quotes.</summary>
    private static byte[] CarrierJson(CarrierReference carrier) =>
        Encoding.UTF8.GetBytes($"\",\"carrier\":{ContractJson.Carrier(carrier)},\"carrier_service_point_id\":\"");

    /// <summary>What stands between the values of <c>carrier_service_point_id</c> and <c>street</c>, with both quotes.</summary>
    private static byte[] KindsJson(PointClass kinds) => Encoding.UTF8.GetBytes(
        $"\",\"carrier_shop_type\":{JsonEscape.Literal(kinds.CarrierShopType)}"
        + $",\"general_shop_type\":{JsonEscape.Literal(kinds.GeneralShopType)},\"address\":{{\"street\":\"");

    private void Copy(ref Utf8Output output, ReadOnlySpan<byte> record, int row, DateTimeOffset now)
    {
        MessagePackSpan reader = PointRecordCodec.Begin(record, _country.Tables, out int carrierNumber, out int week);
        byte[] carrier = _carriers[carrierNumber];
        byte[] kinds = _kinds[_country.Tree.ClassAt(row)];
        byte[] hours = (_hours[row] ??= HoursOf(row, week)).JsonAt(now);
        output.Reserve(record.Length + carrier.Length + kinds.Length + hours.Length + MaxPunctuation);
        output.Write("{\"id\":"u8);
        output.Write(_country.Tree.IdAt(row));
        output.Write(",\"name\":\""u8);
        output.Write(reader.ReadText());
        output.Write(carrier);
        output.Write(reader.ReadText());
        output.Write(kinds);
        output.Write(reader.ReadText());
        output.Write("\",\"house_number\":\""u8);
        output.Write(reader.ReadText());
        output.Write("\",\"postal_code\":\""u8);
        output.Write(reader.ReadText());
        output.Write("\",\"city\":\""u8);
        output.Write(reader.ReadText());
        output.Write(_afterCity);
        output.Write(reader.ReadText());
        output.Write(",\"longitude\":"u8);
        output.Write(reader.ReadText());
        output.Write("},\"contact\":{\"email\":\""u8);
        output.Write(reader.ReadText());
        output.Write("\",\"phone\":\""u8);
        output.Write(reader.ReadText());
        output.Write(hours);
        output.Write(_country.IsExpired(row, now) ? "true"u8 : "false"u8);
    }

    private PointHours HoursOf(int row, int week)
    {
        ServicePoint point = _country.PointAt(row);
        PointTimeZone zone = _zones.Of(point);
        return point.OpeningExceptions.IsEmpty
            ? _sharedHours.GetOrAdd((week, zone), static (key, point) => new PointHours(new OpeningSchedule(point, key.Zone)), point)
            : new PointHours(new OpeningSchedule(point, zone));
    }
}
