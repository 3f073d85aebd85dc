namespace SpatialIndex.ServicePoints.Feeds;

/// <summary>Why a record, or a field of it, was not taken over as it came.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="File">The name of the feed file.</param>
/// <param name="Record">The number of the record in the file, from 1.</param>
/// <param name="CarrierServicePointId">The carrier's identifier; null when it was not read.</param>
/// <param name="Field">The field, in the names of the canonical feed; null when the record as a whole is meant.</param>
/// <param name="Reason">What is wrong, in words that are the same for every record of which it is.</param>
/// <param name="Value">What the file says there, or where the other is when it says the same as another; null when nothing.</param>
public sealed record FeedProblem(
    FeedProblemKind Kind, string File, long Record, string? CarrierServicePointId, string? Field, string Reason, string? Value)
{
    /// <summary>Whether the record became no point.</summary>
    public bool IsLoss => Kind != FeedProblemKind.Warning;

    /// <summary>The problem on one line, its value shortened.</summary>
    public override string ToString()
    {
        string id = CarrierServicePointId is null ? "" : $" ({CarrierServicePointId})";
        string field = Field is null ? "" : $"{Field}: ";
        string value = Value is null ? "" : $": \"{Shorten(Value)}\"";
        return $"{File}: record {Record}{id}: {field}{Reason}{value}";
    }

    private static string Shorten(string value)
    {
        const int MaxLength = 100;
        string line = string.Join(' ', value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= MaxLength ? line : $"{line[..MaxLength]}…";
    }
}
