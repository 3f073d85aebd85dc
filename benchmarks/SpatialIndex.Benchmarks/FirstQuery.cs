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
        (double opened, double answered) = Measure(path);
        Console.WriteLine(FormattableString.Invariant($"cold: opened after {opened:f1} ms, first answer after {answered:f1} ms"));

        double[] warm = [.. Enumerable.Range(0, 51).Select(_ => Measure(path).Answered).Order()];
        Console.WriteLine(FormattableString.Invariant($"warm: first answer of another opening after {warm[25]:f2} ms (median of 51)"));
    }

    private static (double Opened, double Answered) Measure(string path)
    {
        long start = Stopwatch.GetTimestamp();
        using Snapshot snapshot = Snapshot.Open(path);
        double opened = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        if (Find(snapshot).Count == 0)
        {
            throw new InvalidOperationException("The snapshot has no fresh points of laposte in FR; build it with --as-of 2026-01-01T00:00:00Z.");
        }

        return (opened, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
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
