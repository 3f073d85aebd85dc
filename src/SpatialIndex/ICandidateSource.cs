namespace SpatialIndex;

/// <summary>A way of finding the points that may be results of a nearest search; a struct, so that the search is compiled for each kind.</summary>
internal interface ICandidateSource
{
    /// <summary>Hands to the collector all points that pass and lie within the limit, which the collector lowers as it goes.</summary>
    CollectResult Collect<TCollector>(ref SearchLimit limit, ref TCollector collector)
        where TCollector : struct, ICandidateCollector, allows ref struct;
}
