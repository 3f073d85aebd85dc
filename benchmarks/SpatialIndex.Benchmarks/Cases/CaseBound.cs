namespace SpatialIndex.Benchmarks.Cases;

/// <summary>What is asked of the cases of a group.</summary>
/// <param name="Text">In words.</param>
/// <param name="IsKept">By a case's microseconds, and how many times those of the first they are.</param>
internal sealed record CaseBound(string Text, Func<double, double, bool> IsKept)
{
    public static CaseBound Below(double bound) => new(FormattableString.Invariant($"below {bound} µs"), (microseconds, _) => microseconds < bound);

    public static CaseBound TimesFirst(double bound) => new(FormattableString.Invariant($"at most {bound} times the first"), (_, times) => times <= bound);
}
