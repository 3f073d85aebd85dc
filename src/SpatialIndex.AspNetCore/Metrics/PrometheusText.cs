using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using SpatialIndex.AspNetCore.Snapshots;
using SpatialIndex.ServicePoints.Api;

namespace SpatialIndex.AspNetCore.Metrics;

/// <summary>The metrics in the text format of Prometheus, version 0.0.4.</summary>
internal sealed class PrometheusText(ServerMetrics metrics, SnapshotSource snapshots)
{
    public Task RespondAsync(HttpContext context)
    {
        var text = new StringBuilder();
        AppendDurations(text);
        AppendSearches(text);
        AppendSnapshot(text);
        context.Response.ContentType = "text/plain; version=0.0.4; charset=utf-8";
        return context.Response.WriteAsync(text.ToString(), context.RequestAborted);
    }

    private void AppendDurations(StringBuilder text)
    {
        const string name = "spatialindex_request_duration_seconds";
        AppendType(text, name, "histogram", "How long answers of the contract take.");
        foreach (((EndpointOperation operation, int status), LatencyHistogram histogram) in metrics.Durations.OrderBy(static entry => entry.Key))
        {
            string labels = $"operation=\"{operation.ToString().ToLowerInvariant()}\",status=\"{status}\"";
            long[] counts = histogram.CumulativeCounts();
            for (int i = 0; i < counts.Length; i++)
            {
                string bound = i < LatencyHistogram.Bounds.Length ? LatencyHistogram.Bounds[i].ToString(CultureInfo.InvariantCulture) : "+Inf";
                Append(text, $"{name}_bucket{{{labels},le=\"{bound}\"}} {counts[i]}");
            }

            Append(text, $"{name}_sum{{{labels}}} {histogram.SumSeconds}");
            Append(text, $"{name}_count{{{labels}}} {counts[^1]}");
        }
    }

    private void AppendSearches(StringBuilder text)
    {
        foreach ((Instrument counter, long count) in metrics.Counters.OrderBy(static entry => entry.Key.Name, StringComparer.Ordinal))
        {
            string name = $"{counter.Name.Replace('.', '_')}_total";
            AppendType(text, name, "counter", counter.Description ?? "");
            Append(text, $"{name} {count}");
        }
    }

    private void AppendSnapshot(StringBuilder text)
    {
        using ServedSnapshot served = snapshots.Hold();
        AppendType(text, "spatialindex_snapshot_created_timestamp_seconds", "gauge", "When the snapshot that is served was created.");
        Append(text, $"spatialindex_snapshot_created_timestamp_seconds {served.Header.CreatedAt.ToUnixTimeSeconds()}");
        AppendType(text, "spatialindex_snapshot_points", "gauge", "The points of the snapshot that is served, by country.");
        foreach ((string country, _) in served.Header.Countries)
        {
            Append(text, $"spatialindex_snapshot_points{{country=\"{country}\"}} {served.Header.PointCountOf(country)}");
        }

        AppendType(text, "spatialindex_snapshot_refused", "gauge", "1 when the last snapshot that arrived was refused.");
        Append(text, $"spatialindex_snapshot_refused {(snapshots.LastRefused is null ? 0 : 1)}");
    }

    private static void AppendType(StringBuilder text, string name, string type, string help) =>
        text.Append("# HELP ").Append(name).Append(' ').Append(help).Append("\n# TYPE ").Append(name).Append(' ').Append(type).Append('\n');

    private static void Append(StringBuilder text, FormattableString line) => text.Append(FormattableString.Invariant(line)).Append('\n');
}
