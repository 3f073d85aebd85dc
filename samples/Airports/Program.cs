// The spatial index by itself, over points of another kind: airports, told apart by continent and size, some of them closed by now.
using Airports;
using SpatialIndex;

var index = new AirportIndex(WorldAirports.All);
var berlin = new GeoPoint { Latitude = 52.5163, Longitude = 13.3777 };
var athens = new GeoPoint { Latitude = 37.9838, Longitude = 23.7275 };
var suva = new GeoPoint { Latitude = -18.1416, Longitude = 178.4419 };

Print("Around Berlin in 2025", index.Nearest(berlin, 3, new DateOnly(2025, 1, 1)));
Print("Around Berlin in 2005", index.Nearest(berlin, 3, new DateOnly(2005, 1, 1)));
Print(
    "Hubs of Africa and Asia, from Athens",
    index.Nearest(athens, 3, new DateOnly(2025, 1, 1), static (continent, size) => continent is Continent.Africa or Continent.Asia && size == AirportSize.Hub));
Print("Around Suva, across the antimeridian", index.Nearest(suva, 4, new DateOnly(2025, 1, 1)));

static void Print(string title, IEnumerable<NearbyAirport> found)
{
    Console.WriteLine(title);
    foreach ((Airport airport, double distanceMeters) in found)
    {
        Console.WriteLine($"  {distanceMeters / 1_000,5:f0} km  {airport.Code}  {airport.Name}");
    }
}
