using System.Globalization;
using SpatialIndex.ServicePoints.Feeds.Records;

namespace SpatialIndex.ServicePoints.Feeds.Sources;

/// <summary>The latitude or the longitude of a GeoJSON geometry, of a polygon that of its middle.</summary>
internal sealed class GeometrySource(FieldPath path, bool isLatitude) : FieldSource
{
    public override IEnumerable<FieldPath> Paths => [path];

    public override string? Evaluate(FeedRecord record, Action<string, string> report) =>
        record.Json(path) is { } geometry && GeometryMiddle.Of(geometry) is { } middle
            ? (isLatitude ? middle.Latitude : middle.Longitude).ToString("R", CultureInfo.InvariantCulture)
            : null;
}
