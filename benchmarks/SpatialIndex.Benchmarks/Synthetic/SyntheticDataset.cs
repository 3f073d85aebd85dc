using SpatialIndex.Benchmarks.SideBySide;

namespace SpatialIndex.Benchmarks.Synthetic;

/// <summary>
/// Sets like those of the peers' harness, made on the spot: points and queries around the same towns, carriers by Zipf's law
/// (carrier 20 has about 1 % of the points), four types, 5 % expired.
/// </summary>
internal static class SyntheticDataset
{
    private const int Seed = 7;
    private const double ExpiredShare = 0.05;

    /// <summary>How many carriers <see cref="WithCarriersByDecades"/> has.</summary>
    public const int Decades = 6;

    private static readonly double[] Carriers = Cumulate(
        [.. Enumerable.Range(1, Dataset.CarrierCount).Select(static rank => Math.Pow(rank, -1.1))]);

    private static readonly double[] Types = Cumulate([0.45, 0.45, 0.08, 0.02]);

    /// <summary>The same number of points gives the same set; a larger one has the same towns and queries.</summary>
    public static Dataset Generate(int pointCount)
    {
        var random = new Random(Seed);
        var towns = new Towns(random);
        GeoPoint[] queries = Draw(towns, Dataset.MaxQueries, random);
        GeoPoint[] points = Draw(towns, pointCount, random);
        byte[] attributes = new byte[3 * pointCount];
        for (int i = 0; i < attributes.Length; i += 3)
        {
            attributes[i] = random.NextIndex(Carriers);
            attributes[i + 1] = random.NextIndex(Types);
            attributes[i + 2] = random.NextDouble() < ExpiredShare ? (byte)1 : (byte)0;
        }

        return new Dataset("synthetic", points, attributes, queries);
    }

    /// <summary>The same points and queries, of which carrier c and those above it have 10^−c; there is one type and nothing has expired.</summary>
    public static Dataset WithCarriersByDecades(Dataset data)
    {
        var random = new Random(Seed);
        byte[] attributes = new byte[3 * data.Points.Length];
        for (int i = 0; i < attributes.Length; i += 3)
        {
            attributes[i] = (byte)Math.Clamp((int)-Math.Log10(1 - random.NextDouble()), 0, Decades - 1);
        }

        return new Dataset(data.Name, data.Points, attributes, data.AllQueries);
    }

    private static GeoPoint[] Draw(Towns towns, int count, Random random)
    {
        var points = new GeoPoint[count];
        for (int i = 0; i < count; i++)
        {
            points[i] = towns.Draw(random);
        }

        return points;
    }

    private static double[] Cumulate(double[] weights)
    {
        double total = weights.Sum();
        double sum = 0;
        return [.. weights.Select(weight => (sum += weight) / total)];
    }
}
