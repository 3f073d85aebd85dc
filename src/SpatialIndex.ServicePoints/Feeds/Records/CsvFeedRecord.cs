using System.Text.Json;
using SpatialIndex.ServicePoints.Feeds.Sources;

namespace SpatialIndex.ServicePoints.Feeds.Records;

/// <summary>A row of delimited text.</summary>
internal sealed class CsvFeedRecord(IReadOnlyDictionary<string, int> columns, IReadOnlyList<string> values) : FeedRecord
{
    public override bool Has(FieldPath path) => columns.ContainsKey(path.Text);

    public override string? Text(FieldPath path) =>
        columns.TryGetValue(path.Text, out int column) && column < values.Count ? values[column] : null;

    public override JsonElement? Json(FieldPath path) => null;

    public override IReadOnlyList<string> UnknownFields(HashSet<string> known, HashSet<string> parents) =>
        [.. columns.Keys.Where(column => !known.Contains(column))];
}
