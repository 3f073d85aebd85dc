using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using SpatialIndex.ServicePoints.Api;

namespace SpatialIndex.AspNetCore.Metrics;

/// <summary>
/// How long requests take, as the histogram <c>spatialindex.request.duration</c> of the meter <c>SpatialIndex</c> and, counted from
/// that, for <see cref="PrometheusText"/>; and what a sample of the searches looked at, <c>spatialindex.search.sampled</c>, <c>.nodes</c> and
/// <c>.points</c>.
/// </summary>
internal sealed class ServerMetrics : IDisposable
{
    public const string MeterName = "SpatialIndex";

    private const string OperationTag = "operation";
    private const string StatusTag = "status";

    private readonly Meter _meter;
    private readonly Histogram<double> _duration;
    private readonly Counter<long> _sampled;
    private readonly Counter<long> _nodes;
    private readonly Counter<long> _points;
    private readonly MeterListener _listener = new();

    public ServerMetrics(IMeterFactory meters)
    {
        _meter = meters.Create(MeterName);
        _duration = _meter.CreateHistogram<double>("spatialindex.request.duration", "s", "How long answers of the contract take.");
        _sampled = _meter.CreateCounter<long>("spatialindex.search.sampled", null, "The searches, one of 64, whose work was counted.");
        _nodes = _meter.CreateCounter<long>("spatialindex.search.nodes", null, "The nodes and leaves that these searches entered.");
        _points = _meter.CreateCounter<long>("spatialindex.search.points", null, "The points that these searches tested.");
        _listener.SetMeasurementEventCallback<double>(Count);
        _listener.SetMeasurementEventCallback<long>(Count);
        _listener.EnableMeasurementEvents(_duration);
        foreach (Counter<long> counter in (Counter<long>[])[_sampled, _nodes, _points])
        {
            Counters[counter] = 0;
            _listener.EnableMeasurementEvents(counter);
        }
    }

    /// <summary>The durations by operation and status.</summary>
    public ConcurrentDictionary<(EndpointOperation Operation, int Status), LatencyHistogram> Durations { get; } = new();

    /// <summary>The counts of the searches' work.</summary>
    public ConcurrentDictionary<Instrument, long> Counters { get; } = new();

    public static long Start() => Stopwatch.GetTimestamp();

    /// <summary>Notes an answer that was sent.</summary>
    public void Record(EndpointOperation operation, int status, long start) => _duration.Record(
        Stopwatch.GetElapsedTime(start).TotalSeconds,
        new KeyValuePair<string, object?>(OperationTag, operation),
        new KeyValuePair<string, object?>(StatusTag, status));

    /// <summary>Notes what a search looked at.</summary>
    public void Record(SearchExplanation search)
    {
        _sampled.Add(1);
        _nodes.Add(search.Nodes + search.Leaves);
        _points.Add(search.PointsTested);
    }

    public void Dispose()
    {
        _listener.Dispose();
        _meter.Dispose();
    }

    private void Count(Instrument instrument, long measurement, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state) =>
        Counters.AddOrUpdate(instrument, measurement, (_, sum) => sum + measurement);

    private void Count(Instrument instrument, double seconds, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state) =>
        Durations.GetOrAdd(((EndpointOperation)tags[0].Value!, (int)tags[1].Value!), static _ => new LatencyHistogram()).Add(seconds);
}
