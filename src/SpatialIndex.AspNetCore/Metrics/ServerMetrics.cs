using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Http;

namespace SpatialIndex.AspNetCore.Metrics;

/// <summary>
/// How long requests take, as the histogram <c>spatialindex.request.duration</c> of the meter <c>SpatialIndex</c> and, counted from
/// that, for <see cref="PrometheusText"/>.
/// </summary>
internal sealed class ServerMetrics : IDisposable
{
    public const string MeterName = "SpatialIndex";

    private const string Operation = "operation";
    private const string Status = "status";

    private readonly Meter _meter;
    private readonly Histogram<double> _duration;
    private readonly MeterListener _listener = new();

    public ServerMetrics(IMeterFactory meters)
    {
        _meter = meters.Create(MeterName);
        _duration = _meter.CreateHistogram<double>("spatialindex.request.duration", "s", "How long answers of the contract take.");
        _listener.SetMeasurementEventCallback<double>(Count);
        _listener.EnableMeasurementEvents(_duration);
    }

    /// <summary>The durations by operation and status.</summary>
    public ConcurrentDictionary<(RequestKind Kind, int Status), LatencyHistogram> Durations { get; } = new();

    public static long Start() => Stopwatch.GetTimestamp();

    /// <summary>Notes an answer that was sent.</summary>
    public void Record(PathString path, int status, long start) => _duration.Record(
        Stopwatch.GetElapsedTime(start).TotalSeconds,
        new KeyValuePair<string, object?>(Operation, KindOf(path.Value ?? "")),
        new KeyValuePair<string, object?>(Status, status));

    public void Dispose()
    {
        _listener.Dispose();
        _meter.Dispose();
    }

    private static RequestKind KindOf(string path)
    {
        const string list = "/api/v3/service-points";
        return path == list ? RequestKind.List
            : !path.StartsWith($"{list}/", StringComparison.Ordinal) ? RequestKind.Other
            : path.EndsWith("/check-availability", StringComparison.Ordinal) ? RequestKind.Availability
            : RequestKind.Point;
    }

    private void Count(Instrument instrument, double seconds, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state) =>
        Durations.GetOrAdd(((RequestKind)tags[0].Value!, (int)tags[1].Value!), static _ => new LatencyHistogram()).Add(seconds);
}
