using SpatialIndex.ServicePoints.Search;
using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.Benchmarks;

/// <summary>
/// What a process pays for its first answer: opening a snapshot, checking the country's sections, searching and decoding,
/// compilation included. Only the first query of a process counts as its first.
/// </summary>
internal static class FirstQuery
{
    private const int LaterQueries = 51;

    private static readonly DateTimeOffset Now = new(2026, 1, 2, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Prints the milliseconds of processor time until the first answer, and the median of those of later openings in the same process.</summary>
    public static void Run(string path)
    {
        double first = Measure(path);
        double[] later = [.. Enumerable.Range(0, LaterQueries).Select(_ => Measure(path)).Order()];
        Console.WriteLine(FormattableString.Invariant($"{first} {later[LaterQueries / 2]}"));
    }

    private static double Measure(string path)
    {
        TimeSpan start = Environment.CpuUsage.TotalTime;
        using Snapshot snapshot = Snapshot.Open(path);
        if (Find(snapshot).Count == 0)
        {
            throw new InvalidOperationException("The snapshot has no fresh points of laposte in FR; build it with --as-of 2026-01-01T00:00:00Z.");
        }

        return (Environment.CpuUsage.TotalTime - start).TotalMilliseconds;
    }

    private static IReadOnlyList<SearchHit> Find(Snapshot snapshot) => new ServicePointSearch(snapshot).Find(
        new SearchRequest
        {
            CountryCode = "FR",
            CarrierCodes = ["laposte"],
            ReferencePoint = new GeoPoint { Latitude = 45.7640, Longitude = 4.8357 },
            Limit = 20,
        },
        Now);
}
