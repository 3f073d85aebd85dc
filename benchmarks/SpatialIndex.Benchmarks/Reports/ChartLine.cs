namespace SpatialIndex.Benchmarks.Reports;

/// <summary>A line of a chart.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="Points">Its points from left to right, with coordinates above 0.</param>
internal sealed record ChartLine(string Name, IReadOnlyList<(double Across, double Up)> Points);
