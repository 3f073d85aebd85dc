using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using SpatialIndex.ServicePoints.Feeds.Sources;

namespace SpatialIndex.ServicePoints.Feeds.Records;

/// <summary>A record that is a JSON object.</summary>
internal sealed class JsonFeedRecord(JsonElement root) : FeedRecord
{
    private const int MaxKnownPath = 128;

    private string? _parentName;
    private JsonElement? _parent;
    private FieldPath? _lastPath;
    private JsonElement? _last;

    /// <summary>Texts that other records have, too; null to make each anew.</summary>
    public RecurringTexts? Texts { get; init; }

    public JsonElement Root => root;

    public override bool Has(FieldPath path) => Find(path) is not null;

    public override string? Text(FieldPath path) => Find(path) is { } value ? TextOf(value, Texts) : null;

    /// <summary>A text, number or truth value as text; null when it is none of them.</summary>
    public static string? TextOf(JsonElement value, RecurringTexts? texts = null) => value.ValueKind switch
    {
        JsonValueKind.String => StringOf(value, texts),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };

    public override JsonElement? Json(FieldPath path) => Find(path);

    public override IReadOnlyList<string> UnknownFields(HashSet<string> known, HashSet<string> parents)
    {
        List<string>? unknown = null;
        FindUnknownFields(root, "", known, parents, ref unknown);
        return unknown ?? [];
    }

    private static void FindUnknownFields(
        JsonElement element, string parent, HashSet<string> known, HashSet<string> parents, ref List<string>? unknown)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (Find(known, parent, property, "") is not null)
            {
                continue;
            }

            if (property.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Null && Find(parents, parent, property, ".") is { } path)
            {
                FindUnknownFields(property.Value, path, known, parents, ref unknown);
            }
            else
            {
                (unknown ??= []).Add(parent + property.Name);
            }
        }
    }

    /// <summary>The path of a property as it is in the set; null when it is not. Makes no text of it.</summary>
    private static string? Find(HashSet<string> paths, string parent, JsonProperty property, string end)
    {
        ReadOnlySpan<byte> name = JsonMarshal.GetRawUtf8PropertyName(property);
        if (parent.Length + name.Length + end.Length > MaxKnownPath || name.Contains((byte)'\\'))
        {
            return paths.TryGetValue(parent + property.Name + end, out string? same) ? same : null;
        }

        Span<char> path = stackalloc char[MaxKnownPath];
        parent.CopyTo(path);
        int length = parent.Length + Encoding.UTF8.GetChars(name, path[parent.Length..]);
        end.CopyTo(path[length..]);
        return paths.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(path[..(length + end.Length)], out string? known) ? known : null;
    }

    private static string StringOf(JsonElement value, RecurringTexts? texts)
    {
        ReadOnlySpan<byte> quoted = JsonMarshal.GetRawUtf8Value(value);
        return texts is null || quoted.Contains((byte)'\\') ? value.GetString()! : texts.Of(quoted[1..^1]);
    }

    private JsonElement? Find(FieldPath path)
    {
        // A path is mostly asked for twice: for its text and, when it has none, for what stands there.
        if (path != _lastPath)
        {
            (_lastPath, _last) = (path, Look(path));
        }

        return _last;
    }

    private JsonElement? Look(FieldPath path)
    {
        if (path.Segments.Count == 1 || path.IsOptional(0))
        {
            return Look(root, path, 0, path.Segments.Count);
        }

        // Fields that lie in one object are mostly asked for one after the other.
        if (path.Segments[0] != _parentName)
        {
            (_parentName, _parent) = (path.Segments[0], Look(root, path, 0, 1));
        }

        return _parent is { } parent ? Look(parent, path, 1, path.Segments.Count) : null;
    }

    private static JsonElement? Look(JsonElement current, FieldPath path, int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            if (current.ValueKind == JsonValueKind.Object && current.TryGetProperty(path.Keys[i], out JsonElement property))
            {
                current = property;
            }
            else if (current.ValueKind == JsonValueKind.Array
                && int.TryParse(path.Segments[i], NumberStyles.None, CultureInfo.InvariantCulture, out int index)
                && index < current.GetArrayLength())
            {
                current = current[index];
            }
            else if (!path.IsOptional(i))
            {
                return null;
            }
        }

        return current;
    }
}
