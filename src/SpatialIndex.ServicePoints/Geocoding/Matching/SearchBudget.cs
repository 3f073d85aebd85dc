namespace SpatialIndex.ServicePoints.Geocoding.Matching;

/// <summary>How much may still be looked at for one address, so that senseless ones take no longer than others.</summary>
internal sealed class SearchBudget(int keys)
{
    /// <summary>Takes keys that are going to be looked at; false when that many are not left.</summary>
    public bool Take(int count)
    {
        keys -= count;
        return keys >= 0;
    }
}
