using SpatialIndex.ServicePoints.Model;
using SpatialIndex.ServicePoints.Search;
using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.ServicePoints.Tests;

/// <summary>The example of the README, letter for letter; <see cref="ReadmeTests"/> compares and runs it.</summary>
internal static class ReadmeExample
{
    /// <summary>Reads <c>laposte.snapshot</c> in the current folder and prints.</summary>
    public static void Run()
    {
        // <example>
        using Snapshot snapshot = Snapshot.Open("laposte.snapshot");
        var search = new ServicePointSearch(snapshot);

        IReadOnlyList<SearchHit> hits = search.Find(
            new SearchRequest
            {
                CountryCode = "FR",
                CarrierCodes = ["laposte"],
                GeneralShopTypes = [GeneralShopType.PostOffice],
                ReferencePoint = new GeoPoint { Latitude = 45.7640, Longitude = 4.8357 },
                RadiusMeters = 5_000,
                Limit = 20,
            },
            DateTimeOffset.UtcNow);

        foreach (SearchHit hit in hits)
        {
            Console.WriteLine($"{hit.DistanceMeters:f0} m  {hit.Point.Name}, {hit.Point.Address.Street}");
        }
        // </example>
    }
}
