using System.Text.Json;
using SpatialIndex.ServicePoints.Feeds.Sources;

namespace SpatialIndex.ServicePoints.Feeds.Records;

/// <summary>A record that could not be read; the ones after it can.</summary>
internal sealed class DamagedFeedRecord : FeedRecord
{
    public override bool Has(FieldPath path) => false;

    public override string? Text(FieldPath path) => null;

    public override JsonElement? Json(FieldPath path) => null;

    public override IReadOnlyList<string> UnknownFields(HashSet<string> known, HashSet<string> parents) => [];
}
