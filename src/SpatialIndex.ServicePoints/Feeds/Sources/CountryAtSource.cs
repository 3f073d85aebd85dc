using System.Globalization;
using SpatialIndex.ServicePoints.Feeds.Places;
using SpatialIndex.ServicePoints.Feeds.Records;

namespace SpatialIndex.ServicePoints.Feeds.Sources;

/// <summary>The country of the known place that is nearest to a position, where the feed names none. That it was told like this is reported.</summary>
internal sealed class CountryAtSource(FieldSource latitude, FieldSource longitude) : FieldSource
{
    public override IEnumerable<FieldPath> Paths => latitude.Paths.Concat(longitude.Paths);

    public override string? Evaluate(FeedRecord record, Action<string, string> report)
    {
        if (Degrees(latitude, 90, record) is not { } northward || Degrees(longitude, 180, record) is not { } eastward)
        {
            return null;
        }

        string countryCode = KnownPlaces.NearestTo(new GeoPoint { Latitude = northward, Longitude = eastward }).CountryCode;
        report("is not given, so that of the nearest known place is taken", countryCode);
        return countryCode;
    }

    /// <summary>What is wrong with a position is reported when the position itself is read.</summary>
    private static double? Degrees(FieldSource source, double limit, FeedRecord record) =>
        double.TryParse(source.Evaluate(record, static (_, _) => { }), NumberStyles.Float, CultureInfo.InvariantCulture, out double degrees)
        && Math.Abs(degrees) <= limit
            ? degrees
            : null;
}
