using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace SpatialIndex.ServicePoints.Api.Responses;

/// <summary>A point in a list. Immutable.</summary>
public sealed record ServicePointSearchResult : ServicePointDetail
{
    /// <summary>Makes a point of a list, all of whose values are to be set.</summary>
    public ServicePointSearchResult()
    {
    }

    [SetsRequiredMembers]
    internal ServicePointSearchResult(ServicePointDetail detail)
        : base(detail)
    {
    }

    /// <summary>Whole metres from the reference point; null when there is none.</summary>
    [JsonPropertyName("distance")]
    public required long? DistanceMeters { get; init; }
}
