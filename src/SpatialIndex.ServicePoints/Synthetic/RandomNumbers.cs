namespace SpatialIndex.ServicePoints.Synthetic;

/// <summary>
/// Random numbers that are the same for a seed on every machine and in every version, which those of <see cref="Random"/> are not said to be.
/// Not safe to use from several threads at once.
/// </summary>
/// <remarks>SplitMix64: G. Steele, D. Lea, C. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.</remarks>
/// <param name="seed">Any number.</param>
internal sealed class RandomNumbers(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A number from 0 to one less than <paramref name="count"/>.</summary>
    public int Below(int count) => (int)Math.BigMul(Next(), (ulong)count, out _);

    /// <summary>A number from 0, included, to 1, excluded.</summary>
    public double Fraction() => (Next() >> 11) * (1.0 / (1L << 53));

    private ulong Next()
    {
        ulong mixed = _state += 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
