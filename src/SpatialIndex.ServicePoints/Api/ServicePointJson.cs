using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Api;

/// <summary>Writes stored points as JSON, in the shape of the contract without the computed fields.</summary>
public static class ServicePointJson
{
    /// <summary>How the writer is to be set up: text outside ASCII stays readable.</summary>
    public static JsonWriterOptions WriterOptions { get; } = new() { Encoder = JsonEscape.Encoder };

    /// <summary>Writes a stored point as one object of the canonical feed. Reading it again gives an equal point.</summary>
    public static void WriteCanonical(Utf8JsonWriter writer, ServicePoint point)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(point);
        writer.WriteStartObject();
        WriteStored(writer, point);
        writer.WriteString("refreshed_at", Rfc3339.Format(point.RefreshedAt));
        if (point.VanishedAt is { } vanishedAt)
        {
            writer.WriteString("vanished_at", Rfc3339.Format(vanishedAt));
        }

        if (point.TimeZone is { } zone)
        {
            writer.WriteString("time_zone", zone);
        }

        if (!point.OpeningExceptions.IsEmpty)
        {
            writer.WriteStartArray("opening_exceptions");
            foreach (DatedHours exception in point.OpeningExceptions)
            {
                writer.WriteStartObject();
                writer.WriteString("date", exception.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                WriteRanges(writer, "ranges", exception.Ranges);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void WriteStored(Utf8JsonWriter writer, ServicePoint point)
    {
        writer.WriteNumber("id", point.Id);
        writer.WriteString("name", point.Name);
        writer.WriteStartObject("carrier");
        writer.WriteString("code", point.Carrier.Code);
        writer.WriteString("name", point.Carrier.Name);
        writer.WriteString("logo_url", point.Carrier.LogoUrl);
        writer.WriteString("icon_url", point.Carrier.IconUrl);
        writer.WriteEndObject();
        writer.WriteString("carrier_service_point_id", point.CarrierServicePointId);
        writer.WriteString("carrier_shop_type", point.CarrierShopType);
        writer.WriteString("general_shop_type", point.GeneralShopType);
        writer.WriteStartObject("address");
        writer.WriteString("street", point.Address.Street);
        writer.WriteString("house_number", point.Address.HouseNumber);
        writer.WriteString("postal_code", point.Address.PostalCode);
        writer.WriteString("city", point.Address.City);
        writer.WriteString("country_code", point.Address.CountryCode);
        writer.WriteEndObject();
        writer.WriteStartObject("position");
        writer.WriteNumber("latitude", point.Position.Latitude);
        writer.WriteNumber("longitude", point.Position.Longitude);
        writer.WriteEndObject();
        writer.WriteStartObject("contact");
        writer.WriteString("email", point.Contact.Email);
        writer.WriteString("phone", point.Contact.Phone);
        writer.WriteEndObject();
        writer.WriteStartObject("opening_times");
        for (int day = 0; day < 7; day++)
        {
            WriteRanges(writer, OpeningTimes.DayNames[day], point.OpeningTimes[day]);
        }

        writer.WriteEndObject();
    }

    private static void WriteRanges(Utf8JsonWriter writer, string name, ImmutableArray<TimeRange> ranges)
    {
        if (ranges.IsEmpty)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartArray(name);
        foreach (TimeRange range in ranges)
        {
            writer.WriteStartObject();
            writer.WriteString("start_time", range.StartTime);
            writer.WriteString("end_time", range.EndTime);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
