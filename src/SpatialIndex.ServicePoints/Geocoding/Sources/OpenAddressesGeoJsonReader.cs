using System.Globalization;
using System.Text.Json;
using SpatialIndex.ServicePoints.Feeds.Records;
using SpatialIndex.ServicePoints.Feeds.Sources;

namespace SpatialIndex.ServicePoints.Geocoding.Sources;

/// <summary>OpenAddresses as GeoJSON: a feature a line, or a collection of them.</summary>
internal sealed class OpenAddressesGeoJsonReader : ISourceReader
{
    private static readonly FieldPath Properties = new("properties");
    private static readonly FieldPath Longitude = new("geometry.coordinates.0");
    private static readonly FieldPath Latitude = new("geometry.coordinates.1");

    public string Kind => "OpenAddresses GeoJSON";

    public SourceTurn Turn => SourceTurn.HouseNumbers;

    public bool Recognizes(SourceHead head) => IsCollection(head) || HasFeatureLine(head);

    public IEnumerable<SourceLine> Read(SourceFile file)
    {
        bool isCollection = IsCollection(file.ReadHead());
        using FeedFile content = file.Open();
        foreach (FeedRecord record in isCollection ? JsonRecords.Read(content.Content, file.Path, ["features"]) : NdjsonRecords.Read(content.Content))
        {
            yield return record.Damage is null ? Line(file, record) : GazetteerLoss.Unreadable;
        }
    }

    private static SourceLine Line(SourceFile file, FeedRecord record)
    {
        JsonElement? properties = record.Json(Properties);
        return OpenAddress.Line(
            file,
            SourceValue.Position(record.Text(Latitude) ?? "", record.Text(Longitude) ?? ""),
            column => properties is { ValueKind: JsonValueKind.Object } known
                && (known.TryGetProperty(column, out JsonElement value) || known.TryGetProperty(column.ToUpperInvariant(), out value))
                    ? Text(value)
                    : "");
    }

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number when value.TryGetDecimal(out decimal number) && decimal.IsInteger(number) => number.ToString("0", CultureInfo.InvariantCulture),
        JsonValueKind.Number => value.GetRawText(),
        _ => "",
    };

    /// <summary>Whether the root is an object that calls itself a collection or has features.</summary>
    private static bool IsCollection(SourceHead head)
    {
        var reader = new Utf8JsonReader(head.Text, isFinalBlock: false, default);
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return false;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                bool isFeatures = reader.ValueTextEquals("features"u8);
                bool isType = reader.ValueTextEquals("type"u8);
                if (isFeatures || !reader.Read())
                {
                    return isFeatures;
                }

                if (isType && reader.TokenType == JsonTokenType.String)
                {
                    return reader.ValueTextEquals("FeatureCollection"u8);
                }

                if (!reader.TrySkip())
                {
                    return false;
                }
            }
        }
        catch (Exception exception) when (IsDamage(exception))
        {
            // A damaged line need not be the whole.
        }

        return false;
    }

    private static bool HasFeatureLine(SourceHead head)
    {
        foreach (Range range in head.Text.Split((byte)'\n'))
        {
            if (IsFeature(head.Text[range]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsFeature(ReadOnlySpan<byte> line)
    {
        var reader = new Utf8JsonReader(line);
        try
        {
            return JsonDocument.TryParseValue(ref reader, out JsonDocument? document) && IsFeature(document);
        }
        catch (Exception exception) when (IsDamage(exception))
        {
            return false;
        }
    }

    /// <summary>The second is the reader's word for text that no string can hold.</summary>
    private static bool IsDamage(Exception exception) => exception is JsonException or InvalidOperationException;

    private static bool IsFeature(JsonDocument line)
    {
        using (line)
        {
            return line.RootElement.ValueKind == JsonValueKind.Object
                && line.RootElement.TryGetProperty("type", out JsonElement type) && type.ValueKind == JsonValueKind.String && type.ValueEquals("Feature"u8);
        }
    }
}
