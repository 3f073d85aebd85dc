using System.Collections.Frozen;
using System.Text;
using SpatialIndex.ServicePoints.Feeds.Records;
using SpatialIndex.ServicePoints.Feeds.Sources;
using SpatialIndex.ServicePoints.Feeds.WeeklyHours;
using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Feeds;

/// <summary>
/// How the records of one kind of feed become service points: read from a JSON file by <see cref="FeedProfileReader"/>. Immutable.
/// </summary>
public sealed class FeedProfile
{
    internal FeedProfile()
    {
    }

    /// <summary>The name by which it is chosen.</summary>
    public required string Name { get; init; }

    /// <summary>What the feed is, in a line.</summary>
    public required string Description { get; init; }

    /// <summary>How the records are written.</summary>
    public required FeedFormat Format { get; init; }

    /// <summary>The carriers of the feed.</summary>
    public required IReadOnlyList<Carrier> Carriers { get; init; }

    /// <summary>The profile as it was read.</summary>
    public required string Json { get; init; }

    internal Encoding Encoding { get; init; } = Encoding.UTF8;

    internal char Delimiter { get; init; } = ',';

    /// <summary>The keys that lead to the array of records.</summary>
    internal IReadOnlyList<string> RecordsPath { get; init; } = [];

    /// <summary>The paths that every record has, by which a feed of this kind is recognised; none when it never is.</summary>
    internal IReadOnlyList<FieldPath> RecognizedBy { get; init; } = [];

    /// <summary>What holds for its records, besides, where other kinds of feeds have the same paths.</summary>
    internal IReadOnlyList<RecordCondition> RecognizedWhen { get; init; } = [];

    internal IReadOnlyList<SkipRule> Skip { get; init; } = [];

    internal IReadOnlyList<WarnRule> Warn { get; init; } = [];

    internal IReadOnlyDictionary<FeedField, FieldSource> Fields { get; init; } = FrozenDictionary<FeedField, FieldSource>.Empty;

    /// <summary>Where hours may stand; the first place that has any counts.</summary>
    internal IReadOnlyList<OpeningTimesSource> OpeningTimes { get; init; } = [];

    internal FieldPath? OpeningExceptions { get; init; }

    /// <summary>Whether fields that the profile does not read are problems.</summary>
    internal bool ReportsUnknownFields { get; init; }

    /// <summary>Whether a point at 0° 0°, which feeds use as "not known", is taken at its word.</summary>
    internal bool KeepsZeroPosition { get; init; }

    /// <summary>Positions that stand for an unknown one, such as the middle of the country, in degrees.</summary>
    internal IReadOnlyList<GeoPoint> PlaceholderPositions { get; init; } = [];

    /// <summary>Whether a house number that a record does not have is looked for in its street.</summary>
    internal bool SplitsStreet { get; init; }

    /// <summary>Whether points of a country whose postal codes say so are given to its territories that have country codes of their own.</summary>
    internal bool TellsTerritories { get; init; }

    /// <summary>Whether the feed has positions; else its records are addresses only.</summary>
    internal bool HasPositions => Fields.ContainsKey(FeedField.Latitude);

    internal bool Recognizes(FeedRecord record) =>
        RecognizedBy.Count > 0 && RecognizedBy.All(record.Has) && RecognizedWhen.All(condition => condition.Holds(record, out _));
}
