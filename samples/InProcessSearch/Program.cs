// The nearest post offices, by a search in this process. It reads laposte.snapshot in the current folder, which is built by
// spatialindex build -o laposte.snapshot data/laposte_fr_poincont2.csv.gz
using SpatialIndex;
using SpatialIndex.ServicePoints.Model;
using SpatialIndex.ServicePoints.Search;
using SpatialIndex.ServicePoints.Snapshots;

using Snapshot snapshot = Snapshot.Open("laposte.snapshot");
var search = new ServicePointSearch(snapshot);
var request = new SearchRequest
{
    CountryCode = "FR",
    GeneralShopTypes = [GeneralShopType.PostOffice],
    ReferencePoint = new GeoPoint { Latitude = 45.7640, Longitude = 4.8357 },
    RadiusMeters = 5_000,
    Limit = 5,
};
foreach (SearchHit hit in search.Find(request, DateTimeOffset.UtcNow))
{
    Console.WriteLine($"{hit.DistanceMeters:f0} m  {hit.Point.Name}, {hit.Point.Address.Street}");
}
