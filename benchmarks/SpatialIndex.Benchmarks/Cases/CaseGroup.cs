namespace SpatialIndex.Benchmarks.Cases;

/// <summary>Cases that share a bound, or are compared with the first of them.</summary>
/// <param name="Title">What the cases have in common.</param>
/// <param name="Bound">What is asked of them.</param>
/// <param name="Cases">The cases, of which the first is the baseline of ratios.</param>
internal sealed record CaseGroup(string Title, CaseBound Bound, params IReadOnlyList<SpecialCase> Cases);
