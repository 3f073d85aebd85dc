namespace SpatialIndex.ServicePoints.Api;

/// <summary>What an address of the contract is for.</summary>
public enum EndpointOperation
{
    /// <summary>A list of points.</summary>
    List,

    /// <summary>A single point.</summary>
    Point,

    /// <summary>The availability of a point.</summary>
    Availability,

    /// <summary>Nothing: there is no such address.</summary>
    Other,
}
