using System.Text.Json;

namespace SpatialIndex.Cli.Output;

/// <summary>Writes GeoJSON features (RFC 7946).</summary>
internal static class GeoJson
{
    public static void WriteFeature(Utf8JsonWriter writer, GeoPoint position, Action writeProperties)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "Feature");
        writer.WriteStartObject("geometry");
        writer.WriteString("type", "Point");
        writer.WriteStartArray("coordinates");
        writer.WriteNumberValue(position.Longitude);
        writer.WriteNumberValue(position.Latitude);
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WritePropertyName("properties");
        writeProperties();
        writer.WriteEndObject();
    }
}
