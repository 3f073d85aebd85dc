using System.Text.Json;
using SpatialIndex.ServicePoints.Feeds.Sources;

namespace SpatialIndex.ServicePoints.Feeds.Records;

/// <summary>One record of a feed, valid until the next one is read.</summary>
internal abstract class FeedRecord
{
    /// <summary>The number of the record in its file, from 1.</summary>
    public required long Number { get; init; }

    /// <summary>Why the record could not be read; null when it could.</summary>
    public string? Damage { get; init; }

    /// <summary>What exactly was found there; null when nothing is to be added.</summary>
    public string? DamageDetail { get; init; }

    /// <summary>Whether the record has something at the path, even if null or empty.</summary>
    public abstract bool Has(FieldPath path);

    /// <summary>The text, number or truth value at the path as text; null when there is none.</summary>
    public abstract string? Text(FieldPath path);

    /// <summary>The JSON value at the path; null when there is none or the feed is not JSON.</summary>
    public abstract JsonElement? Json(FieldPath path);

    /// <summary>The paths of the fields that are not known.</summary>
    /// <param name="known">The paths of the fields that are, with all that is in them.</param>
    /// <param name="parents">The paths of objects in which such fields are, each with a dot behind it.</param>
    public abstract IReadOnlyList<string> UnknownFields(HashSet<string> known, HashSet<string> parents);
}
