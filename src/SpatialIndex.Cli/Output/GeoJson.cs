using System.Text.Json;

namespace SpatialIndex.Cli.Output;

/// <summary>Writes GeoJSON (RFC 7946).</summary>
internal static class GeoJson
{
    /// <summary>Writes a feature collection, one item after the other.</summary>
    public static void WriteCollection<T>(Utf8JsonWriter writer, IEnumerable<T> items, Func<T, GeoPoint> positionOf, Action<T> writeProperties)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "FeatureCollection");
        writer.WriteStartArray("features");
        foreach (T item in items)
        {
            WriteFeature(writer, positionOf(item), () => writeProperties(item));
            writer.Flush();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.Flush();
    }

    private static void WriteFeature(Utf8JsonWriter writer, GeoPoint position, Action writeProperties)
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
