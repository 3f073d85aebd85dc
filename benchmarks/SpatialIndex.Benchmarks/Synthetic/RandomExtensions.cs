namespace SpatialIndex.Benchmarks.Synthetic;

internal static class RandomExtensions
{
    /// <summary>A number from the normal distribution of mean 0 and deviation 1.</summary>
    /// <remarks>
    /// G. E. P. Box and M. E. Muller, "A note on the generation of random normal deviates", Ann. Math. Stat. 29 (1958), 610.
    /// </remarks>
    public static double NextGaussian(this Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(Math.Tau * random.NextDouble());

    /// <summary>A place in a list of weights summed up to 1, the likelier the more its weight.</summary>
    public static byte NextIndex(this Random random, ReadOnlySpan<double> cumulativeWeights)
    {
        int found = cumulativeWeights.BinarySearch(random.NextDouble());
        return (byte)Math.Min(cumulativeWeights.Length - 1, found < 0 ? ~found : found);
    }
}
