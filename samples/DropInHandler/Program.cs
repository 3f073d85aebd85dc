// A client of the online Service Points API v3, answered from a snapshot in this process: its HttpClient is given another handler, and
// nothing else changes. The snapshot is the first argument.
using DropInHandler;
using SpatialIndex.ServicePoints.Api;
using SpatialIndex.ServicePoints.Geocoding;
using SpatialIndex.ServicePoints.Snapshots;

using Snapshot snapshot = Snapshot.Open(args[0]);
var engine = new ServicePointsEngine(snapshot, new ServicePointsEngineOptions { Geocoder = new SnapshotGeocoder(snapshot) });
using var http = new HttpClient(new ServicePointsHandler(engine)) { BaseAddress = new Uri("https://panel.sendcloud.sc/api/v3/") };

var client = new PickupPointClient(http);
foreach (PickupPoint point in await client.NearAsync("FR", "laposte", "12 rue de la République 69001 Lyon"))
{
    Console.WriteLine($"{point.Distance} m  {point.Name}");
}

try
{
    await client.NearAsync("FR", "dhl", "12 rue de la République 69001 Lyon");
}
catch (HttpRequestException exception)
{
    Console.WriteLine($"{(int)exception.StatusCode!}  {exception.Message}");
}
