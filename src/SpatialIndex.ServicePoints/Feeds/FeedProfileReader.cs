using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using SpatialIndex.ServicePoints.Feeds.Records;
using SpatialIndex.ServicePoints.Feeds.Sources;
using SpatialIndex.ServicePoints.Feeds.WeeklyHours;
using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Feeds;

/// <summary>Reads feed profiles and says which key is wrong. The keys are described in <c>docs/feeds.md</c>.</summary>
public static class FeedProfileReader
{
    private static readonly FrozenDictionary<string, FeedField> FieldNames = Enum.GetValues<FeedField>()
        .ToFrozenDictionary(FeedFieldName, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, FeedFormat> FormatNames = Enum.GetValues<FeedFormat>()
        .ToFrozenDictionary(static format => format.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    private static readonly FeedField[] RequiredFields =
        [FeedField.CarrierCode, FeedField.CarrierServicePointId, FeedField.CountryCode];

    /// <summary>Reads a profile file.</summary>
    /// <exception cref="FeedException">The file cannot be read or is not a profile; the message names the key.</exception>
    public static FeedProfile Read(string path)
    {
        using JsonDocument document = JsonFile.Read(path);
        return Parse(document, Path.GetFileName(path));
    }

    /// <summary>Reads the text of a profile.</summary>
    /// <param name="json">The JSON text.</param>
    /// <param name="file">What messages call it.</param>
    /// <exception cref="FeedException">The text is not a profile; the message names the key.</exception>
    public static FeedProfile Parse(string json, string file)
    {
        using JsonDocument document = JsonFile.Parse(Encoding.UTF8.GetBytes(json), file);
        return Parse(document, file);
    }

    private static FeedProfile Parse(JsonDocument document, string file)
    {
        var root = new JsonObjectReader(document.RootElement, file, "");
        string name = root.RequiredText("name");
        bool isTrimmed = root.OptionalFlag("trim") ?? true;
        string formatName = root.RequiredText("format");
        if (!FormatNames.TryGetValue(formatName, out FeedFormat format))
        {
            throw root.Error("format", $"is \"{formatName}\"; known are {string.Join(", ", FormatNames.Keys.Order(StringComparer.Ordinal))}");
        }

        var sources = new FieldSourceReader(isTrimmed, namesColumns: format == FeedFormat.Csv);
        var profile = new FeedProfile
        {
            Name = name,
            Description = root.OptionalText("description") ?? "",
            Format = format,
            Json = document.RootElement.GetRawText(),
            Encoding = ReadEncoding(root),
            Delimiter = ReadDelimiter(root, format),
            RecordsPath = ReadRecordsPath(root, format),
            RecognizedBy = [.. (root.OptionalTexts("recognized_by") ?? []).Select(static path => new FieldPath(path))],
            RecognizedWhen = root.Has("recognized_when") ? RecordConditionReader.Read(root, "recognized_when", sources) : [],
            Carriers = ReadCarriers(root),
            Skip = ReadSkipRules(root, sources),
            Fields = ReadFields(root, sources),
            Warn = ReadWarnRules(root, sources),
            OpeningTimes = [.. (root.OptionalList("opening_times") ?? []).Select((source, index) =>
                OpeningTimesSourceReader.Read(root.Item("opening_times", index, source), sources))],
            OpeningExceptions = root.OptionalText("opening_exceptions") is { } exceptions ? new FieldPath(exceptions) : null,
            ReportsUnknownFields = root.OptionalFlag("report_unknown_fields") ?? false,
            KeepsZeroPosition = root.OptionalFlag("keep_zero_position") ?? false,
            PlaceholderPositions = ReadPlaceholders(root),
            SplitsStreet = root.OptionalFlag("split_street") ?? false,
            TellsTerritories = root.OptionalFlag("territories") ?? false,
        };
        root.RefuseUnknownKeys();
        return profile;
    }

    private static Encoding ReadEncoding(JsonObjectReader root)
    {
        string name = root.OptionalText("encoding") ?? "utf-8";
        return FindEncoding(name) ?? throw root.Error("encoding", $"is \"{name}\", which is not the name of an encoding");
    }

    /// <summary>The encoding of a name; null when there is none.</summary>
    /// <param name="name">The name.</param>
    /// <param name="isStrict">Whether bytes that it does not know are errors.</param>
    internal static Encoding? FindEncoding(string name, bool isStrict = true)
    {
        EncoderFallback encoding = isStrict ? EncoderFallback.ExceptionFallback : EncoderFallback.ReplacementFallback;
        DecoderFallback decoding = isStrict ? DecoderFallback.ExceptionFallback : DecoderFallback.ReplacementFallback;
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name, encoding, decoding) ?? Encoding.GetEncoding(name, encoding, decoding);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static char ReadDelimiter(JsonObjectReader root, FeedFormat format)
    {
        if (root.OptionalText("delimiter") is not { } delimiter)
        {
            return ',';
        }

        if (format != FeedFormat.Csv)
        {
            throw root.Error("delimiter", "is only for the format csv");
        }

        return delimiter.Length == 1 && char.IsAscii(delimiter[0]) && delimiter[0] is not ('"' or '\r' or '\n')
            ? delimiter[0]
            : throw root.Error("delimiter", "must be one ASCII character");
    }

    private static IReadOnlyList<string> ReadRecordsPath(JsonObjectReader root, FeedFormat format)
    {
        string? path = root.OptionalText("records");
        if (path is not null && format != FeedFormat.Json)
        {
            throw root.Error("records", "is only for the format json");
        }

        return format == FeedFormat.GeoJson ? ["features"] : path is null or "" ? [] : new FieldPath(path).Segments;
    }

    private static List<Carrier> ReadCarriers(JsonObjectReader root)
    {
        var carriers = new List<Carrier>();
        IReadOnlyList<JsonElement> items = root.OptionalList("carriers") ?? [];
        for (int i = 0; i < items.Count; i++)
        {
            JsonObjectReader reader = root.Item("carriers", i, items[i]);
            carriers.Add(CarrierCatalogueReader.ParseCarrier(reader, CarrierCatalogue.Empty));
            reader.RefuseUnknownKeys();
        }

        return carriers;
    }

    private static List<SkipRule> ReadSkipRules(JsonObjectReader root, FieldSourceReader sources)
    {
        var rules = new List<SkipRule>();
        IReadOnlyList<JsonElement> items = root.OptionalList("skip") ?? [];
        for (int i = 0; i < items.Count; i++)
        {
            JsonObjectReader rule = root.Item("skip", i, items[i]);
            rules.Add(new SkipRule(RecordConditionReader.Read(rule, "when_any", sources), rule.RequiredText("reason")));
            rule.RefuseUnknownKeys();
        }

        return rules;
    }

    private static List<WarnRule> ReadWarnRules(JsonObjectReader root, FieldSourceReader sources)
    {
        var rules = new List<WarnRule>();
        IReadOnlyList<JsonElement> items = root.OptionalList("warn") ?? [];
        for (int i = 0; i < items.Count; i++)
        {
            JsonObjectReader rule = root.Item("warn", i, items[i]);
            string field = rule.RequiredText("field");
            if (field != OpeningTimesSource.Field && !FieldNames.ContainsKey(field))
            {
                throw rule.Error("field", "is not a field");
            }

            rules.Add(new WarnRule(RecordConditionReader.Read(rule, "when_any", sources), field, rule.RequiredText("reason")));
            rule.RefuseUnknownKeys();
        }

        return rules;
    }

    private static Dictionary<FeedField, FieldSource> ReadFields(JsonObjectReader root, FieldSourceReader sources)
    {
        JsonObjectReader reader = root.OptionalObject("fields") ?? throw root.Error("fields", "is missing");
        var fields = new Dictionary<FeedField, FieldSource>();
        foreach (string key in reader.Keys)
        {
            if (!FieldNames.TryGetValue(key, out FeedField field))
            {
                throw reader.Error(key, $"is not a field; fields are {string.Join(", ", FieldNames.Keys.Order(StringComparer.Ordinal))}");
            }

            fields.Add(field, sources.Read(reader, key));
        }

        foreach (FeedField required in RequiredFields)
        {
            if (!fields.ContainsKey(required))
            {
                throw reader.Error(FeedFieldName(required), "is missing; every point needs it");
            }
        }

        if (fields.ContainsKey(FeedField.Latitude) != fields.ContainsKey(FeedField.Longitude))
        {
            throw reader.Error(fields.ContainsKey(FeedField.Latitude) ? "longitude" : "latitude", "is missing; a position has both");
        }

        return fields;
    }

    private static List<GeoPoint> ReadPlaceholders(JsonObjectReader root)
    {
        var positions = new List<GeoPoint>();
        IReadOnlyList<JsonElement> items = root.OptionalList("placeholder_positions") ?? [];
        for (int i = 0; i < items.Count; i++)
        {
            JsonObjectReader reader = root.Item("placeholder_positions", i, items[i]);
            positions.Add(new GeoPoint { Latitude = reader.RequiredNumber("latitude"), Longitude = reader.RequiredNumber("longitude") });
            reader.RefuseUnknownKeys();
        }

        return positions;
    }

    internal static string FeedFieldName(FeedField field) => JsonNamingPolicy.SnakeCaseLower.ConvertName(field.ToString());
}
