using System.Text.Json;
using SpatialIndex.ServicePoints.Feeds.Records;
using SpatialIndex.ServicePoints.Feeds.Sources;

namespace SpatialIndex.ServicePoints.Feeds.Proposals;

/// <summary>Reads a file into a sample: texts and numbers by their paths, objects inside arrays as they are.</summary>
internal sealed class FeedSampleReader
{
    /// <summary>Most files are read whole.</summary>
    public const int MaxRecords = 20_000;

    /// <summary>Structures are kept of so many records and up to this length; hours are no longer, and others are not looked at.</summary>
    private const int MaxStructures = 2_000;

    private const int MaxStructureLength = 20_000;

    /// <summary>Of an array of texts or numbers so many are fields of their own.</summary>
    private const int MaxItems = 4;

    private readonly Dictionary<string, Draft> _drafts = new(StringComparer.Ordinal);
    private readonly List<Draft> _order = [];
    private readonly ValuePool<string> _texts = new();
    private int _records;

    private FeedSampleReader()
    {
    }

    /// <summary>Reads the first records of a file.</summary>
    /// <exception cref="FeedException">The file cannot be read, or no record of it.</exception>
    public static FeedSample Read(string path)
    {
        FileShape shape = FileShapeFinder.Find(path);
        FeedProfile profile = shape.ToProfile();
        var reader = new FeedSampleReader();
        bool isWhole = true;
        using FeedFile file = FeedFile.Open(path, profile.Encoding);
        foreach (FeedRecord record in FeedRecords.Read(file.Content, System.IO.Path.GetFileName(path), profile))
        {
            if (reader._records == MaxRecords)
            {
                isWhole = false;
                break;
            }

            reader.Take(record);
        }

        return reader._records > 0
            ? new FeedSample { Path = path, Shape = shape, Records = reader._records, IsWhole = isWhole, Columns = reader.Columns() }
            : throw new FeedException($"{path}: holds no record that can be read.");
    }

    private void Take(FeedRecord record)
    {
        if (record.Damage is not null)
        {
            return;
        }

        if (record is JsonFeedRecord json)
        {
            foreach (JsonProperty property in json.Root.EnumerateObject())
            {
                Take([property.Name], property.Value);
            }
        }
        else
        {
            foreach (string column in record.UnknownFields([], []).Where(IsPath))
            {
                Put(column, [column], record.Text(new FieldPath(column)), isStructure: false);
            }
        }

        _records++;
    }

    private void Take(string[] keys, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                PutStructure(keys, value);
                foreach (JsonProperty property in value.EnumerateObject())
                {
                    Take([.. keys, property.Name], property.Value);
                }

                break;
            case JsonValueKind.Array:
                PutStructure(keys, value);
                foreach ((int index, JsonElement item) in value.EnumerateArray().Take(MaxItems).Index())
                {
                    if (item.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
                    {
                        Take([.. keys, index.ToString(System.Globalization.CultureInfo.InvariantCulture)], item);
                    }
                }

                break;
            default:
                Put(FieldPath.Join(keys), keys, JsonFeedRecord.TextOf(value), isStructure: false);
                break;
        }
    }

    /// <summary>Whether a profile can name a column.</summary>
    private static bool IsPath(string column) => column.Trim('.') is { Length: > 0 } name && !name.Contains("..", StringComparison.Ordinal);

    private void PutStructure(string[] keys, JsonElement value)
    {
        string? text = _records < MaxStructures ? value.GetRawText() : null;
        Put(FieldPath.Join(keys), keys, text?.Length <= MaxStructureLength ? text : null, isStructure: true);
    }

    private void Put(string path, string[] keys, string? value, bool isStructure)
    {
        if (!_drafts.TryGetValue(path, out Draft? draft))
        {
            draft = new Draft(path, keys);
            _drafts.Add(path, draft);
            _order.Add(draft);
        }

        draft.IsStructure |= isStructure;
        if (value is not null)
        {
            draft.Values.AddRange(Enumerable.Repeat<string?>(null, Math.Max(0, _records - draft.Values.Count)));
            if (draft.Values.Count == _records)
            {
                draft.Values.Add(isStructure ? value : _texts.Share(value));
            }
        }
    }

    private IReadOnlyList<SampleColumn> Columns() =>
    [
        .. _order.Select(draft => new SampleColumn(
            draft.Path, draft.Keys, [.. draft.Values, .. Enumerable.Repeat<string?>(null, _records - draft.Values.Count)], draft.IsStructure)),
    ];

    /// <summary>A column while it is read; the values of records that have none follow later.</summary>
    private sealed record Draft(string Path, string[] Keys)
    {
        public List<string?> Values { get; } = [];

        public bool IsStructure { get; set; }
    }
}
