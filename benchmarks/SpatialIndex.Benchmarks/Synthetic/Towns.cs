namespace SpatialIndex.Benchmarks.Synthetic;

/// <summary>
/// Invented towns, spread over the land of an invented world, around which points are drawn. The same seed gives the same towns.
/// </summary>
/// <remarks>
/// Number and populations follow the 135,233 towns that the peers' harness draws around, and the countries are as large as
/// makes the distances to the nearest points the same: of a million, 26 lie within 5 km of a query, 25 in the harness's set.
/// </remarks>
internal sealed class Towns
{
    private const int Count = 135_000;
    private const int CountryCount = 250;
    private const double LeastPopulation = 500;
    private const double MostPopulation = 22_000_000;
    private const double MaxLatitude = 89.9;
    private const double KilometersPerDegree = 111.2;
    private const double MaxSpreadKilometers = 15;

    private readonly GeoPoint[] _centers = new GeoPoint[Count];
    private readonly double[] _spreadKilometers = new double[Count];
    private readonly double[] _cumulativeWeights = new double[Count];

    public Towns(Random random)
    {
        var countries = new (GeoPoint Center, double SpreadDegrees)[CountryCount];
        for (int i = 0; i < CountryCount; i++)
        {
            double latitude = random.NextDouble() < 0.75 ? 44 + (8 * random.NextGaussian()) : -38 + (68 * random.NextDouble());
            countries[i] = (At(latitude, (360 * random.NextDouble()) - 180), 0.5 + (2 * random.NextDouble()));
        }

        double weight = 0;
        for (int i = 0; i < Count; i++)
        {
            // Cubed, because few countries have most of the towns.
            double pick = random.NextDouble();
            (GeoPoint center, double spread) = countries[(int)(CountryCount * pick * pick * pick)];
            _centers[i] = Around(center, spread, random);
            double population = Math.Min(MostPopulation, LeastPopulation / ((1 - random.NextDouble()) * (1 - random.NextDouble())));
            _spreadKilometers[i] = Math.Min(MaxSpreadKilometers, 0.35 * Math.Sqrt(population / 1000));
            _cumulativeWeights[i] = weight += Math.Pow(population, 0.8);
        }
    }

    /// <summary>A place in or near one of the towns, the likelier the more people live there.</summary>
    public GeoPoint Draw(Random random)
    {
        int found = Array.BinarySearch(_cumulativeWeights, random.NextDouble() * _cumulativeWeights[^1]);
        int town = found < 0 ? ~found : found;
        return Around(_centers[town], _spreadKilometers[town] / KilometersPerDegree, random);
    }

    private static GeoPoint Around(GeoPoint center, double spreadDegrees, Random random)
    {
        double narrowing = Math.Max(0.05, Math.Cos(double.DegreesToRadians(center.Latitude)));
        return At(
            center.Latitude + (spreadDegrees * random.NextGaussian()),
            center.Longitude + (spreadDegrees * random.NextGaussian() / narrowing));
    }

    private static GeoPoint At(double latitude, double longitude) => new()
    {
        Latitude = Math.Clamp(latitude, -MaxLatitude, MaxLatitude),
        Longitude = Math.IEEERemainder(longitude, 360),
    };
}
