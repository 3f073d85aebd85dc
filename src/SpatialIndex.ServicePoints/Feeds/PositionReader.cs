using System.Globalization;

namespace SpatialIndex.ServicePoints.Feeds;

/// <summary>Reads the positions of a feed's records; placeholders for unknown ones are none.</summary>
internal sealed class PositionReader(FeedProfile profile)
{
    /// <summary>A metre or so: placeholders are written with more digits or fewer.</summary>
    private const double PlaceholderDegrees = 0.00002;

    public RecordPosition Read(RecordFields fields)
    {
        if (!profile.HasPositions)
        {
            return RecordPosition.Unusable(FeedField.Latitude, "is missing: the feed gives addresses and no positions", null);
        }

        if (!TryReadDegrees(fields, FeedField.Latitude, 90, out double latitude, out RecordPosition unusable)
            || !TryReadDegrees(fields, FeedField.Longitude, 180, out double longitude, out unusable))
        {
            return unusable;
        }

        if (latitude == 0 && longitude == 0 && !profile.KeepsZeroPosition)
        {
            return RecordPosition.Unusable(FeedField.Latitude, "the position is 0, 0, which stands for an unknown one", null);
        }

        return IsPlaceholder(latitude, longitude)
            ? RecordPosition.Unusable(FeedField.Latitude, "the position is the middle of the country, which stands for an unknown one", string.Create(CultureInfo.InvariantCulture, $"{latitude}, {longitude}"))
            : RecordPosition.At(new GeoPoint { Latitude = latitude, Longitude = longitude });
    }

    private bool IsPlaceholder(double latitude, double longitude)
    {
        foreach (GeoPoint known in profile.PlaceholderPositions)
        {
            if (Math.Abs(known.Latitude - latitude) < PlaceholderDegrees && Math.Abs(known.Longitude - longitude) < PlaceholderDegrees)
            {
                return true;
            }
        }

        return false;
    }

    private static bool TryReadDegrees(RecordFields fields, FeedField field, double limit, out double degrees, out RecordPosition unusable)
    {
        degrees = 0;
        string? text = fields.Optional(field);
        string? reason = text switch
        {
            null => "is missing",

            // A number may not be followed by NULs, which the framework lets pass.
            _ when text.Contains('\0', StringComparison.Ordinal) || !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out degrees) => "is not a number",
            _ when !(Math.Abs(degrees) <= limit) => $"is not from -{limit} to {limit} degrees",
            _ => null,
        };
        unusable = reason is null ? default : RecordPosition.Unusable(field, reason, text);
        return reason is null;
    }
}
