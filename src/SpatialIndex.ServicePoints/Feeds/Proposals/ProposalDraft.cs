using System.Text.Json;
using System.Text.Json.Nodes;
using SpatialIndex.ServicePoints.Feeds.Records;
using SpatialIndex.ServicePoints.Feeds.Sources;

namespace SpatialIndex.ServicePoints.Feeds.Proposals;

/// <summary>A profile while it is put together.</summary>
internal sealed class ProposalDraft
{
    private readonly HashSet<SampleColumn> _used = [];

    public ProposalDraft(FeedSample sample) => Sample = sample;

    public FeedSample Sample { get; }

    /// <summary>The keys of the profile beside its fields.</summary>
    public JsonObject Keys { get; } = [];

    /// <summary>Where its fields come from.</summary>
    public JsonObject Fields { get; } = [];

    /// <summary>What was recognised, and by what.</summary>
    public List<string> Findings { get; } = [];

    /// <summary>What is left to the user.</summary>
    public List<string> Undecided { get; } = [];

    /// <summary>The columns that no field reads yet.</summary>
    public IEnumerable<SampleColumn> Free => Sample.Scalars.Where(column => !_used.Contains(column));

    public void Use(params IEnumerable<SampleColumn> columns) => _used.UnionWith(columns);

    /// <summary>Reads a field from a column and says why.</summary>
    public void Set(string field, SampleColumn column, string reason)
    {
        Fields[field] = column.Path;
        Use(column);
        Findings.Add($"{field}: \"{column.Path}\", {reason}");
    }

    /// <summary>What every record has in a field as it stands now; null where it has nothing.</summary>
    public string?[] ValuesOf(string field)
    {
        if (Fields[field] is null)
        {
            return new string?[Sample.Records];
        }

        using JsonDocument document = JsonDocument.Parse(Fields.ToJsonString());
        FieldSource source = new FieldSourceReader(isTrimmed: true, namesColumns: true).Read(new JsonObjectReader(document.RootElement, "proposal", ""), field);
        Dictionary<string, SampleColumn> columns = Sample.Columns.ToDictionary(static column => column.Path, StringComparer.Ordinal);
        return [.. Enumerable.Range(0, Sample.Records).Select(row => source.Evaluate(new SampleRecord(columns, row) { Number = row + 1 }, static (_, _) => { }))];
    }

    /// <summary>Adds an item to a list of the profile.</summary>
    public void Append(string key, JsonNode item)
    {
        if (Keys[key] is not JsonArray list)
        {
            list = [];
            Keys[key] = list;
        }

        list.Add(item);
    }

    /// <summary>A list of texts.</summary>
    public static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(static text => (JsonNode?)JsonValue.Create(text))]);
}
