using SpatialIndex;

namespace Airports;

/// <summary>Airports by distance, continent, size and day. Immutable and safe to use from any number of threads.</summary>
internal sealed class AirportIndex
{
    private static readonly int SizeCount = Enum.GetValues<AirportSize>().Length;
    private static readonly int ClassCount = Enum.GetValues<Continent>().Length * SizeCount;

    private readonly IReadOnlyList<Airport> _airports;
    private readonly KdTree _tree;

    public AirportIndex(IReadOnlyList<Airport> airports)
    {
        var builder = new KdTreeBuilder(ClassCount);
        for (int id = 0; id < airports.Count; id++)
        {
            Airport airport = airports[id];
            builder.Add(id, airport.Position, ClassOf(airport), expiry: airport.LastDay?.DayNumber ?? long.MaxValue);
        }

        _airports = airports;
        _tree = builder.Build();
    }

    /// <summary>The nearest airports that were not closed yet on a day; only those that are allowed, where something is said.</summary>
    public IEnumerable<NearbyAirport> Nearest(GeoPoint place, int count, DateOnly day, Func<Continent, AirportSize, bool>? allows = null)
    {
        var filter = new PointFilter
        {
            NotExpiredAt = day.DayNumber,
            Classes = allows is null ? null : ClassSet.Where(ClassCount, number => allows((Continent)(number / SizeCount), (AirportSize)(number % SizeCount))),
        };
        var found = new Neighbor[count];
        return found.Take(_tree.Nearest(place, found, filter)).Select(neighbor => new NearbyAirport(_airports[(int)neighbor.Id], neighbor.DistanceMeters));
    }

    /// <summary>One number for each pair of continent and size.</summary>
    private static int ClassOf(Airport airport) => ((int)airport.Continent * SizeCount) + (int)airport.Size;
}
