using System.Collections.Frozen;
using System.Text.Json;
using System.Text.RegularExpressions;
using SpatialIndex.ServicePoints.Feeds.Records;

namespace SpatialIndex.ServicePoints.Feeds.Sources;

/// <summary>
/// Reads where a value comes from: a text is a path; an object has one of <c>path</c>, <c>constant</c>, <c>first</c>,
/// <c>join</c>, <c>digest</c>, <c>latitude_of</c>, <c>longitude_of</c> or <c>country_at</c>, and may pass the value through <c>html</c>, a
/// <c>regex</c>, an <c>unless</c>, a <c>lookup</c>, <c>upper</c>, <c>pad</c> and <c>decimal_comma</c>, in this order.
/// </summary>
/// <param name="isTrimmed">Whether the space around values is dropped.</param>
/// <param name="namesColumns">Whether paths are names of columns, which may begin and end with a dot ("Nr.").</param>
internal sealed class FieldSourceReader(bool isTrimmed, bool namesColumns = false)
{
    private const int MaxPadding = 100;

    private static readonly string[] Origins = ["path", "constant", "first", "join", "digest", "latitude_of", "longitude_of", "country_at"];

    private static readonly string[] LookupOptions = ["otherwise", "ignore_case", "split"];

    public FieldSource Read(JsonObjectReader parent, string key) =>
        Read(parent.Required(key), parent, key, () => parent.OptionalObject(key)!);

    public static Regex Regex(string pattern, JsonObjectReader reader, string key)
    {
        try
        {
            // Linear in the length of the text, whatever the pattern.
            return new Regex(pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            throw reader.Error(key, $"is not a regular expression that can be used here: {exception.Message.ReplaceLineEndings(" ").TrimEnd('.')}");
        }
    }

    private FieldPath Path(string text, JsonObjectReader reader, string key)
    {
        var keys = new FieldPath(namesColumns ? text.Trim('.') : text);
        return keys.Segments.All(static segment => segment.Length > 0) ? new FieldPath(text) : throw reader.Error(key, $"is \"{text}\", which is not a path");
    }

    /// <param name="element">A path as text, or an object.</param>
    /// <param name="parent">What the element stands in, for messages.</param>
    /// <param name="key">Where it stands there.</param>
    /// <param name="open">Opens the object.</param>
    private FieldSource Read(JsonElement element, JsonObjectReader parent, string key, Func<JsonObjectReader> open)
    {
        if (element.ValueKind == JsonValueKind.String)
        {
            return new PathSource(Path(element.GetString()!, parent, key), isTrimmed);
        }

        if (element.ValueKind != JsonValueKind.Object)
        {
            throw parent.Error(key, "must be a path or an object that says where the value comes from");
        }

        JsonObjectReader reader = open();
        FieldSource source = Transform(ReadOrigin(reader), reader);
        reader.RefuseUnknownKeys();
        return source;
    }

    private FieldSource ReadOrigin(JsonObjectReader reader)
    {
        string[] given = [.. Origins.Where(reader.Has)];
        if (given.Length != 1)
        {
            throw reader.Error(null, $"needs exactly one of {string.Join(", ", Origins)}");
        }

        return given[0] switch
        {
            "path" => new PathSource(ReadPath(reader, "path"), isTrimmed),
            "constant" => new ConstantSource(reader.RequiredText("constant")),
            "first" => new FirstSource(ReadList(reader, "first")),
            "join" => new JoinSource(ReadList(reader, "join"), reader.OptionalText("separator") ?? " "),
            "digest" => new DigestSource(ReadList(reader, "digest")),
            "latitude_of" => new GeometrySource(ReadPath(reader, "latitude_of"), isLatitude: true),
            "longitude_of" => new GeometrySource(ReadPath(reader, "longitude_of"), isLatitude: false),
            _ => ReadList(reader, "country_at") is [var latitude, var longitude]
                ? new CountryAtSource(latitude, longitude)
                : throw reader.Error("country_at", "must be a latitude and a longitude"),
        };
    }

    private FieldPath ReadPath(JsonObjectReader reader, string key) => Path(reader.RequiredText(key), reader, key);

    private List<FieldSource> ReadList(JsonObjectReader reader, string key)
    {
        IReadOnlyList<JsonElement> items = reader.OptionalList(key)!;
        if (items.Count == 0)
        {
            throw reader.Error(key, "must not be empty");
        }

        return [.. items.Select((item, index) => Read(item, reader, $"{key}[{index}]", () => reader.Item(key, index, item)))];
    }

    private static FieldSource Transform(FieldSource source, JsonObjectReader reader)
    {
        if (reader.OptionalFlag("html") == true)
        {
            source = new HtmlSource(source);
        }

        if (reader.OptionalText("regex") is { } pattern)
        {
            Regex regex = Regex(pattern, reader, "regex");
            int groups = regex.GetGroupNumbers().Max();
            source = new RegexSource(source, regex, reader.OptionalInteger("group", 0, groups) ?? Math.Min(1, groups));
        }
        else if (reader.Has("group"))
        {
            throw reader.Error("group", "needs a regex beside it");
        }

        if (reader.OptionalText("unless") is { } unwanted)
        {
            source = new UnlessSource(source, Regex(unwanted, reader, "unless"));
        }

        if (reader.OptionalObject("lookup") is { } lookup)
        {
            FrozenDictionary<string, string?> table = ReadTable(lookup, reader.OptionalFlag("ignore_case") ?? false);
            source = new LookupSource(source, table, reader.OptionalText("otherwise"), reader.Has("split") ? reader.RequiredText("split") : null);
        }
        else if (LookupOptions.FirstOrDefault(reader.Has) is { } key)
        {
            throw reader.Error(key, "needs a lookup beside it");
        }

        if (reader.OptionalFlag("upper") == true)
        {
            source = new UpperSource(source);
        }

        if (reader.OptionalInteger("pad", 1, MaxPadding) is { } length)
        {
            source = new PadSource(source, length);
        }

        return reader.OptionalFlag("decimal_comma") == true ? new DecimalCommaSource(source) : source;
    }

    private static FrozenDictionary<string, string?> ReadTable(JsonObjectReader lookup, bool ignoresCase)
    {
        var table = new Dictionary<string, string?>(ignoresCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        foreach (string value in lookup.Keys)
        {
            if (!table.TryAdd(value, lookup.OptionalText(value)))
            {
                throw lookup.Error(value, "differs from another key in case only");
            }
        }

        return table.ToFrozenDictionary(table.Comparer);
    }
}
