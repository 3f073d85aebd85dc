using System.Text.Json;
using SpatialIndex.ServicePoints.Feeds.Records;

namespace SpatialIndex.ServicePoints.Feeds.Sources;

/// <summary>The value at a path, as it stands or without the space around it.</summary>
internal sealed class PathSource(FieldPath path, bool isTrimmed) : FieldSource
{
    public override IEnumerable<FieldPath> Paths { get; } = [path];

    public override string? Evaluate(FeedRecord record, Action<string, string> report)
    {
        string? text = record.Text(path);
        if (text is null && record.Json(path) is { ValueKind: JsonValueKind.Object or JsonValueKind.Array } nested)
        {
            report("is neither a text nor a number and was dropped", nested.GetRawText());
        }

        return (isTrimmed ? text?.Trim() : text) is { Length: > 0 } value ? value : null;
    }
}
