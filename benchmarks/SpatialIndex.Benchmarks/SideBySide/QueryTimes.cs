namespace SpatialIndex.Benchmarks.SideBySide;

/// <summary>Nanoseconds a query: of several passes over all queries the quickest, the median and the slowest.</summary>
internal readonly record struct QueryTimes(double Least, double Median, double Most);
