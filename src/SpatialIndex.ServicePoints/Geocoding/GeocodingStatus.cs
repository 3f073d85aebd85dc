namespace SpatialIndex.ServicePoints.Geocoding;

/// <summary>What became of an address.</summary>
public enum GeocodingStatus
{
    /// <summary>It could not be looked up at this time.</summary>
    Unavailable,

    /// <summary>There is no such place.</summary>
    NotFound,

    /// <summary>It was found, though not by all of its parts.</summary>
    PartiallyMatched,

    /// <summary>It was found.</summary>
    Matched,
}
