using System.Globalization;
using System.Text.Json;

namespace SpatialIndex.ServicePoints.Feeds;

/// <summary>A record that is a JSON object.</summary>
internal sealed class JsonFeedRecord(JsonElement root) : FeedRecord
{
    public override bool Has(FieldPath path) => Find(path) is not null;

    public override string? Text(FieldPath path) => Find(path) is not { } value ? null : value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };

    public override JsonElement? Json(FieldPath path) => Find(path);

    public override IEnumerable<string> UnknownFields(IReadOnlySet<string> known, IReadOnlySet<string> parents) =>
        UnknownFields(root, "", known, parents);

    private static IEnumerable<string> UnknownFields(
        JsonElement element, string prefix, IReadOnlySet<string> known, IReadOnlySet<string> parents)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            yield break;
        }

        foreach (JsonProperty property in element.EnumerateObject())
        {
            string path = prefix + property.Name;
            if (known.Contains(path))
            {
                continue;
            }

            bool isParent = parents.Contains(path) && property.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Null;
            if (!isParent)
            {
                yield return path;
                continue;
            }

            foreach (string nested in UnknownFields(property.Value, path + ".", known, parents))
            {
                yield return nested;
            }
        }
    }

    private JsonElement? Find(FieldPath path)
    {
        JsonElement current = root;
        foreach (string segment in path.Segments)
        {
            if (current.ValueKind == JsonValueKind.Object && current.TryGetProperty(segment, out JsonElement property))
            {
                current = property;
            }
            else if (current.ValueKind == JsonValueKind.Array
                && int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out int index)
                && index < current.GetArrayLength())
            {
                current = current[index];
            }
            else
            {
                return null;
            }
        }

        return current;
    }
}
