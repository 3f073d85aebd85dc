using System.Diagnostics;
using SpatialIndex.ServicePoints.Search;
using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.Benchmarks;

/// <summary>
/// What a process pays for its first answer: opening a snapshot, checking the country's sections, searching and decoding,
/// compilation included. Run it several times: only the first query of a process counts.
/// </summary>
internal static class FirstQuery
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 0, 0, 0, TimeSpan.Zero);

    public static void Run(string path)
    {
        long start = Stopwatch.GetTimestamp();
        using Snapshot snapshot = Snapshot.Open(path);
        double opened = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        IReadOnlyList<SearchHit> hits = Find(snapshot);
        double answered = Stopwatch.GetElapsedTime(start).TotalMilliseconds;

        start = Stopwatch.GetTimestamp();
        Find(snapshot);
        double second = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        Console.WriteLine(FormattableString.Invariant(
            $"opened after {opened:f1} ms, first answer ({hits.Count} points) after {answered:f1} ms, second query {second:f3} ms"));
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
