namespace SpatialIndex.Benchmarks.Reports;

/// <summary>How a table is drawn: its rows across, its figures up, a line a column.</summary>
/// <param name="Name">The name of the file, without its ending.</param>
/// <param name="Across">What the horizontal axis shows, with its unit.</param>
/// <param name="Up">What the vertical axis shows, with its unit.</param>
internal sealed record ChartLabels(string Name, string Across, string Up);
