namespace SpatialIndex.ServicePoints.Api;

/// <summary>Distances as the contract shows them.</summary>
internal static class WholeMeters
{
    /// <summary>The nearest whole metre, halves up; null for the NaN of a search without a reference point.</summary>
    public static long? Of(double meters) => double.IsNaN(meters) ? null : (long)Math.Floor(meters + 0.5);
}
