using System.Globalization;
using System.Text;
using System.Text.Json;
using SpatialIndex.ServicePoints;
using SpatialIndex.ServicePoints.Api;
using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.Cli.Output;

/// <summary>Writes stored points in the formats of <c>export</c>, one after the other.</summary>
internal static class PointExport
{
    private static readonly string[] Columns =
    [
        "id", "name", "carrier_code", "carrier_name", "carrier_service_point_id", "carrier_shop_type", "general_shop_type", "street",
        "house_number", "postal_code", "city", "country_code", "latitude", "longitude", "email", "phone", .. OpeningTimes.DayNames,
        "refreshed_at", "vanished_at", "time_zone",
    ];

    public static void WriteNdjson(IEnumerable<ServicePoint> points, Stream stream)
    {
        using var writer = new Utf8JsonWriter(stream, ServicePointJson.WriterOptions);
        foreach (ServicePoint point in points)
        {
            ServicePointJson.WriteCanonical(writer, point);
            writer.Flush();
            stream.WriteByte((byte)'\n');
            writer.Reset();
        }
    }

    public static void WriteGeoJson(IEnumerable<ServicePoint> points, Stream stream)
    {
        using var writer = new Utf8JsonWriter(stream, ServicePointJson.WriterOptions);
        GeoJson.WriteCollection(writer, points, static point => point.Position, point => ServicePointJson.WriteCanonical(writer, point));
        stream.WriteByte((byte)'\n');
    }

    public static void WriteCsv(IEnumerable<ServicePoint> points, Stream stream)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\r\n" };
        writer.WriteLine(string.Join(',', Columns));
        foreach (ServicePoint point in points)
        {
            writer.WriteLine(string.Join(',', Values(point).Select(Quote)));
        }
    }

    private static IEnumerable<string?> Values(ServicePoint point) =>
    [
        point.Id.ToString(CultureInfo.InvariantCulture), point.Name, point.Carrier.Code, point.Carrier.Name, point.CarrierServicePointId,
        point.CarrierShopType, point.GeneralShopType, point.Address.Street, point.Address.HouseNumber, point.Address.PostalCode,
        point.Address.City, point.Address.CountryCode, point.Position.Latitude.ToString("R", CultureInfo.InvariantCulture),
        point.Position.Longitude.ToString("R", CultureInfo.InvariantCulture), point.Contact.Email, point.Contact.Phone,
        .. Enumerable.Range(0, 7).Select(day => string.Join(' ', point.OpeningTimes[day])),
        Rfc3339.Format(point.RefreshedAt), point.VanishedAt is { } vanishedAt ? Rfc3339.Format(vanishedAt) : null, point.TimeZone,
    ];

    /// <summary>RFC 4180.</summary>
    private static string Quote(string? value) => value is null ? ""
        : value.AsSpan().ContainsAny("\",\r\n") ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
        : value;
}
