using System.Text;
using System.Text.Json;
using SpatialIndex.ServicePoints.Feeds.Records;
using SpatialIndex.ServicePoints.Feeds.Sources;

namespace SpatialIndex.ServicePoints.Feeds.Proposals;

/// <summary>Finds out how a file of records is written, by its content alone.</summary>
internal static class FileShapeFinder
{
    /// <summary>How much of a file its encoding and its delimiter are told from.</summary>
    private const int PrefixBytes = 8 << 20;

    /// <exception cref="FeedException">The file cannot be read, or holds no records that a profile can read.</exception>
    public static FileShape Find(string path)
    {
        OsmFile.Refuse(path);
        (byte[] prefix, bool isWhole) = ReadPrefix(path);
        string file = Path.GetFileName(path);
        if (prefix.Length == 0)
        {
            throw new FeedException($"{path}: the file is empty.");
        }

        if (prefix.AsSpan().StartsWith("PK\u0003\u0004"u8))
        {
            throw new FeedException($"{path}: is a zip archive or a workbook; unpack it, or save the sheet as CSV.");
        }

        string encoding = TextEncodingGuess.Of(prefix, isWhole);
        string text = FeedProfileReader.FindEncoding(encoding, isStrict: false)!.GetString(prefix).TrimStart('\uFEFF').TrimStart();
        return text.Length == 0 ? throw new FeedException($"{path}: the file is blank.")
            : text[0] == '<' ? throw new FeedException($"{path}: is XML or HTML; a profile reads JSON, NDJSON, GeoJSON and CSV.")
            : text[0] is '{' or '[' ? FindJson(path, file, encoding, text)
            : FindDelimited(file, encoding, text, isWhole);
    }

    private static FileShape FindJson(string path, string file, string encoding, string text)
    {
        (bool isRecord, bool isFollowed) = FirstLine(text);
        if (isRecord && isFollowed)
        {
            return new FileShape { Format = FeedFormat.Ndjson, Encoding = encoding };
        }

        using FeedFile feed = FeedFile.Open(path, FeedProfileReader.FindEncoding(encoding)!);
        RecordArray? array = RecordArrayFinder.Largest(feed.Content, file);
        if (array is null && isRecord && JsonText.Problem(Encoding.UTF8.GetBytes(text)) is null && !IsDictionary(text))
        {
            return new FileShape { Format = FeedFormat.Ndjson, Encoding = encoding };
        }

        // Records that are the values of an object have lists of their own, such as hours, each at another key.
        if (array is null || array.Objects < array.Others)
        {
            throw new FeedException(
                $"{path}: holds no array of records that keys lead to. Records that are the values of an object can be made one, for example by jq '[.[]]'.");
        }

        return array is { Path: [FileShape.GeoJsonRecords], HasFeatures: true }
            ? new FileShape { Format = FeedFormat.GeoJson, Encoding = encoding }
            : new FileShape
            {
                Format = FeedFormat.Json,
                Encoding = encoding,
                Records = array.Path.Count == 0 ? null : FieldPath.Join(array.Path),
            };
    }

    /// <summary>Whether the values of an object in the text are objects that have the same keys.</summary>
    private static bool IsDictionary(string text)
    {
        using JsonDocument document = JsonDocument.Parse(text);
        return Objects(document.RootElement).Prepend(document.RootElement).Any(static outer =>
            Objects(outer).Select(static item => string.Join('\n', item.EnumerateObject().Select(static property => property.Name))).ToArray() is { Length: > 1 } keys
            && keys.Distinct(StringComparer.Ordinal).Count() == 1);

        static IEnumerable<JsonElement> Objects(JsonElement element) =>
            element.EnumerateObject().Select(static property => property.Value).Where(static value => value.ValueKind == JsonValueKind.Object);
    }

    /// <summary>Whether the first line is an object by itself, and whether another one follows.</summary>
    private static (bool IsRecord, bool IsFollowed) FirstLine(string text)
    {
        int end = text.IndexOf('\n', StringComparison.Ordinal);
        string first = end < 0 ? text : text[..end];
        string rest = end < 0 ? "" : text[end..].TrimStart();
        try
        {
            using JsonDocument document = JsonDocument.Parse(first);
            return (document.RootElement.ValueKind == JsonValueKind.Object, rest.StartsWith('{'));
        }
        catch (JsonException)
        {
            return (false, false);
        }
    }

    private static FileShape FindDelimited(string file, string encoding, string text, bool isWhole)
    {
        string lines = isWhole ? text : text[..(text.LastIndexOf('\n') + 1)];
        return DelimiterGuess.Of(Encoding.UTF8.GetBytes(lines), file) is { } delimiter
            ? new FileShape { Format = FeedFormat.Csv, Encoding = encoding, Delimiter = delimiter }
            : throw new FeedException($"{file}: is neither JSON nor text in columns with a line of their names and records below it.");
    }

    private static (byte[] Prefix, bool IsWhole) ReadPrefix(string path)
    {
        using FeedFile file = FeedFile.Open(path, Encoding.UTF8);
        byte[] prefix = new byte[PrefixBytes];
        int length = file.Content.ReadAtLeast(prefix, prefix.Length, throwOnEndOfStream: false);
        return (prefix[..length], length < prefix.Length);
    }
}
