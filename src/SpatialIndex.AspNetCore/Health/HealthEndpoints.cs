using Microsoft.AspNetCore.Http;
using SpatialIndex.AspNetCore.Snapshots;
using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.AspNetCore.Health;

/// <summary>Whether the process lives, and what it serves.</summary>
internal sealed class HealthEndpoints(SnapshotSource snapshots, TimeProvider clock)
{
    public static Task RespondLiveAsync(HttpContext context) =>
        JsonAnswer.WriteAsync(context, StatusCodes.Status200OK, static writer => writer.WriteString("status", "live"));

    /// <summary>A snapshot that was refused is shown; the one before it goes on being served, so that is no reason to be unready.</summary>
    public async Task RespondReadyAsync(HttpContext context)
    {
        using ServedSnapshot served = snapshots.Hold();
        DateTimeOffset now = clock.GetUtcNow();
        SnapshotHeader header = served.Header;
        await JsonAnswer.WriteAsync(context, StatusCodes.Status200OK, writer =>
        {
            writer.WriteString("status", "ready");
            writer.WriteStartObject("snapshot");
            writer.WriteString("name", Path.GetFileName(served.Candidate.File.Path));
            writer.WriteString("created_at", header.CreatedAt);
            writer.WriteNumber("age_seconds", (long)(now - header.CreatedAt).TotalSeconds);
            writer.WriteEndObject();
            writer.WriteStartArray("carriers");
            foreach (CarrierSummary carrier in header.Carriers)
            {
                writer.WriteStartObject();
                writer.WriteString("code", carrier.Code);
                writer.WriteString("country_code", carrier.CountryCode);
                writer.WriteNumber("points", carrier.Points);
                writer.WriteString("oldest_refreshed_at", carrier.OldestRefreshedAt);
                writer.WriteString("newest_refreshed_at", carrier.NewestRefreshedAt);
                writer.WriteNumber("age_seconds", (long)(now - carrier.NewestRefreshedAt).TotalSeconds);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WritePropertyName("refused_reload");
            if (snapshots.LastRefused is { } refused)
            {
                writer.WriteStartObject();
                writer.WriteString("name", Path.GetFileName(refused.Stamp.Path));
                writer.WriteString("at", refused.At);
                writer.WriteString("reason", ReasonOf(refused));
                writer.WriteEndObject();
            }
            else
            {
                writer.WriteNullValue();
            }
        }).ConfigureAwait(false);
    }

    /// <summary>Where a file lies is nobody's business outside.</summary>
    private static string ReasonOf(RefusedSnapshot refused) =>
        refused.Reason.Replace(refused.Stamp.Path, Path.GetFileName(refused.Stamp.Path), StringComparison.Ordinal);
}
