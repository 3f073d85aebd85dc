using System.Text.Json.Nodes;
using SpatialIndex.ServicePoints.Feeds.Places;

namespace SpatialIndex.ServicePoints.Feeds.Proposals;

/// <summary>Where the positions of a sample may stand.</summary>
internal sealed class PositionCandidate
{
    private const int PositionsToTry = 500;

    private readonly Lazy<double> _nearness;

    /// <param name="columns">The columns that are read.</param>
    /// <param name="latitude">Where the latitude comes from, as a profile writes it.</param>
    /// <param name="longitude">Where the longitude comes from.</param>
    /// <param name="positions">The position of every record; null where it has none that can be.</param>
    /// <param name="fit">How well the names fit, 0 to 200.</param>
    public PositionCandidate(SampleColumn[] columns, JsonNode latitude, JsonNode longitude, GeoPoint?[] positions, double fit)
    {
        Columns = columns;
        Latitude = latitude;
        Longitude = longitude;
        Positions = positions;
        Fit = fit;
        _nearness = new(() => Median(Tried().Select(static position => KnownPlaces.NearestTo(position).DistanceMeters)));
    }

    public SampleColumn[] Columns { get; }

    public JsonNode Latitude { get; }

    public JsonNode Longitude { get; }

    public IReadOnlyList<GeoPoint?> Positions { get; }

    public double Fit { get; }

    /// <summary>How far half of the positions are from a known town at the most, in metres.</summary>
    public double NearnessMeters => _nearness.Value;

    /// <summary>Which share of the records that name a country lies in it; null when none does.</summary>
    public double? Agreement(IReadOnlyList<string?> countryCodes)
    {
        (GeoPoint? Position, string? CountryCode)[] told = [.. Positions.Zip(countryCodes)
            .Where(static record => record is { First: not null, Second: not null })
            .Take(PositionsToTry)];
        return told.Length == 0 ? null : (double)told.Count(static record => KnownPlaces.NearestTo(record.Position!.Value).CountryCode == record.CountryCode) / told.Length;
    }

    private IEnumerable<GeoPoint> Tried()
    {
        int step = Math.Max(1, Positions.Count / PositionsToTry);
        return Positions.Where((_, row) => row % step == 0).OfType<GeoPoint>().Where(static position => position != default);
    }

    private static double Median(IEnumerable<double> distances)
    {
        double[] ordered = [.. distances.Order()];
        return ordered.Length == 0 ? double.PositiveInfinity : ordered[ordered.Length / 2];
    }
}
