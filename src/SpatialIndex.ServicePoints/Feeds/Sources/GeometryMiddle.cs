using System.Text.Json;

namespace SpatialIndex.ServicePoints.Feeds.Sources;

/// <summary>
/// The position of a GeoJSON geometry: a point's own; the middle of a polygon, which is the centre of the area inside its outer ring; of
/// several polygons that of the largest.
/// </summary>
internal static class GeometryMiddle
{
    /// <summary>The position; null when the geometry is of another kind or damaged.</summary>
    public static GeoPoint? Of(JsonElement geometry)
    {
        if (geometry.ValueKind != JsonValueKind.Object
            || !geometry.TryGetProperty("type", out JsonElement type)
            || !geometry.TryGetProperty("coordinates", out JsonElement coordinates)
            || type.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        return type.GetString() switch
        {
            "Point" => Position(coordinates),
            "Polygon" => Polygon(coordinates)?.Middle,
            "MultiPolygon" when coordinates.ValueKind == JsonValueKind.Array => Largest(coordinates),
            _ => null,
        };
    }

    private static GeoPoint? Largest(JsonElement polygons)
    {
        (GeoPoint Middle, double Area)? largest = null;
        foreach (JsonElement polygon in polygons.EnumerateArray())
        {
            if (Polygon(polygon) is { } found && !(found.Area <= largest?.Area))
            {
                largest = found;
            }
        }

        return largest?.Middle;
    }

    /// <summary>The middle and the size of a polygon. Longitudes are taken from its first corner, so that it may lie across the antimeridian.</summary>
    private static (GeoPoint Middle, double Area)? Polygon(JsonElement rings)
    {
        if (rings.ValueKind != JsonValueKind.Array || rings.GetArrayLength() == 0 || rings[0].ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        GeoPoint?[] corners = [.. rings[0].EnumerateArray().Select(Position)];
        if (corners.Length < 4 || corners.Any(static corner => corner is null))
        {
            return null;
        }

        GeoPoint origin = corners[0]!.Value;
        (double X, double Y)[] ring = [.. corners.Select(corner =>
            (Math.IEEERemainder(corner!.Value.Longitude - origin.Longitude, 360), corner.Value.Latitude - origin.Latitude))];
        double twiceArea = 0;
        double x = 0;
        double y = 0;
        foreach (((double X, double Y) a, (double X, double Y) b) in ring.Zip(ring.Skip(1)))
        {
            double cross = (a.X * b.Y) - (b.X * a.Y);
            twiceArea += cross;
            x += (a.X + b.X) * cross;
            y += (a.Y + b.Y) * cross;
        }

        (x, y) = twiceArea == 0
            ? (ring.Skip(1).Average(static corner => corner.X), ring.Skip(1).Average(static corner => corner.Y))
            : (x / (3 * twiceArea), y / (3 * twiceArea));
        return (
            new GeoPoint { Latitude = origin.Latitude + y, Longitude = Math.IEEERemainder(origin.Longitude + x, 360) },
            Math.Abs(twiceArea) * Math.Cos(double.DegreesToRadians(origin.Latitude)));
    }

    private static GeoPoint? Position(JsonElement position) =>
        position.ValueKind == JsonValueKind.Array && position.GetArrayLength() >= 2
        && position[0].ValueKind == JsonValueKind.Number && position[1].ValueKind == JsonValueKind.Number
        && Math.Abs(position[1].GetDouble()) <= 90 && Math.Abs(position[0].GetDouble()) <= 180
            ? new GeoPoint { Latitude = position[1].GetDouble(), Longitude = position[0].GetDouble() }
            : null;
}
