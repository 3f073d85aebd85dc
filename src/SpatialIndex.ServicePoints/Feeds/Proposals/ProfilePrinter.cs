using System.Text;
using System.Text.Json.Nodes;

namespace SpatialIndex.ServicePoints.Feeds.Proposals;

/// <summary>Prints a profile as people write it: what fits on a line stands on one.</summary>
internal static class ProfilePrinter
{
    private const int LineLength = 120;

    public static string Print(JsonObject profile)
    {
        var text = new StringBuilder();
        Print(profile, 0, text, isRoot: true);
        return text.ToString();
    }

    private static void Print(JsonNode? node, int indent, StringBuilder text, bool isRoot = false)
    {
        string line = Line(node);
        bool isShort = indent + line.Length <= LineLength;
        if (node is JsonObject { Count: > 0 } item && (isRoot || !isShort))
        {
            PrintItems(item.Select(static property => ($"{JsonEscape.Literal(property.Key)}: ", property.Value)), '{', '}', indent, text);
        }
        else if (node is JsonArray { Count: > 0 } list && !isShort)
        {
            PrintItems(list.Select(static value => ("", value)), '[', ']', indent, text);
        }
        else
        {
            text.Append(line);
        }
    }

    private static void PrintItems(IEnumerable<(string Name, JsonNode? Value)> items, char open, char close, int indent, StringBuilder text)
    {
        text.Append(open);
        string separator = "\n";
        foreach ((string name, JsonNode? value) in items)
        {
            text.Append(separator).Append(' ', indent + 2).Append(name);
            Print(value, indent + 2, text);
            separator = ",\n";
        }

        text.Append('\n').Append(' ', indent).Append(close);
    }

    private static string Line(JsonNode? node) => node switch
    {
        null => "null",
        JsonObject { Count: 0 } => "{}",
        JsonObject item => $"{{ {string.Join(", ", item.Select(static property => $"{JsonEscape.Literal(property.Key)}: {Line(property.Value)}"))} }}",
        JsonArray list => $"[{string.Join(", ", list.Select(Line))}]",
        JsonValue value when value.TryGetValue(out string? content) => JsonEscape.Literal(content),
        _ => node.ToJsonString(),
    };
}
