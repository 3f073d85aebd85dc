namespace SpatialIndex.ServicePoints.Geocoding;

/// <summary>Why a line of a source is not in the gazetteer.</summary>
public enum GazetteerLoss
{
    /// <summary>It is not what the file is made of: no JSON, text behind a quote, or no UTF-8.</summary>
    Unreadable,

    /// <summary>It has more or fewer columns than the others.</summary>
    WrongColumns,

    /// <summary>It has no position on Earth, or the one where nothing is (0, 0).</summary>
    NoPosition,

    /// <summary>Neither it nor its file names a country.</summary>
    NoCountry,

    /// <summary>It is of another country than the one that was given with the file.</summary>
    OtherCountry,

    /// <summary>It lacks a name.</summary>
    NoName,

    /// <summary>It is no address: without street and place, or a place of interest without house number.</summary>
    NoAddress,

    /// <summary>No town or village is known that it could belong to.</summary>
    NoLocality,
}
