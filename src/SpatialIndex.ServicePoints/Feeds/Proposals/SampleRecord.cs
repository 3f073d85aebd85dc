using System.Text.Json;
using SpatialIndex.ServicePoints.Feeds.Records;
using SpatialIndex.ServicePoints.Feeds.Sources;

namespace SpatialIndex.ServicePoints.Feeds.Proposals;

/// <summary>A record of a sample, as far as the sample keeps it.</summary>
internal sealed class SampleRecord(IReadOnlyDictionary<string, SampleColumn> columns, int row) : FeedRecord
{
    public override bool Has(FieldPath path) => Value(path) is not null;

    public override string? Text(FieldPath path) => IsStructure(path) ? null : Value(path);

    public override JsonElement? Json(FieldPath path) => IsStructure(path) && Value(path) is { } json ? JsonElement.Parse(json) : null;

    public override IReadOnlyList<string> UnknownFields(HashSet<string> known, HashSet<string> parents) => [];

    /// <summary>A column may hold structures in some records and texts in others.</summary>
    private bool IsStructure(FieldPath path) => Value(path) is ['{' or '[', ..] && columns[path.Text].IsStructure;

    private string? Value(FieldPath path) => columns.TryGetValue(path.Text, out SampleColumn? column) ? column.Values[row] : null;
}
