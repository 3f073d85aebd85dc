using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using SpatialIndex.ServicePoints.Api.Responses;
using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Api.Json;

/// <summary>The small parts of the contract's JSON, which are made once or seldom.</summary>
internal static class ContractJson
{
    /// <summary>An instant with its offset, which is never <c>Z</c>.</summary>
    public static string Instant(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>The object of a week.</summary>
    public static string OpeningTimes(OpeningTimes week) => $"{{{string.Join(',', Model.OpeningTimes.DayNames.Select((name, day) => $"\"{name}\":{Ranges(week[day])}"))}}}";

    /// <summary>The object of a carrier.</summary>
    public static string Carrier(CarrierReference carrier) =>
        $"{{\"code\":{JsonEscape.Literal(carrier.Code)},\"name\":{JsonEscape.Literal(carrier.Name)}"
        + $",\"logo_url\":{JsonEscape.Literal(carrier.LogoUrl)},\"icon_url\":{JsonEscape.Literal(carrier.IconUrl)}}}";

    /// <summary>The object of a geocoding result.</summary>
    public static string Geocoding(GeocodingResult result) =>
        $"{{\"status\":{JsonEscape.Literal(result.Status)},\"precision\":{JsonEscape.Literal(result.Precision)}"
        + $",\"formatted_address\":{JsonEscape.Literal(result.FormattedAddress)}}}";

    /// <summary>Writes the body of an answer that says what is wrong.</summary>
    public static void WriteErrors(IBufferWriter<byte> body, IReadOnlyList<ErrorObject> errors)
    {
        using var writer = new Utf8JsonWriter(body, ServicePointJson.WriterOptions);
        writer.WriteStartObject();
        writer.WriteStartArray("errors");
        foreach (ErrorObject error in errors)
        {
            writer.WriteStartObject();
            writer.WriteString("status", error.Status);
            writer.WriteString("code", error.Code);
            writer.WriteString("detail", error.Detail);
            if (error.Source is { } source)
            {
                writer.WriteStartObject("source");
                writer.WriteString("parameter", source.Parameter);
                writer.WriteEndObject();
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static string Ranges(ImmutableArray<TimeRange> ranges) => ranges.IsEmpty
        ? "null"
        : $"[{string.Join(',', ranges.Select(static range => $"{{\"start_time\":\"{range.StartTime}\",\"end_time\":\"{range.EndTime}\"}}"))}]";
}
