namespace SpatialIndex.Benchmarks.Reports;

/// <summary>A row of a table.</summary>
/// <param name="Name">What its figures are of.</param>
/// <param name="Figures">One a column; null where there is none.</param>
/// <param name="Remark">What there is to say, where the table has remarks.</param>
/// <param name="Across">Where the row stands on the horizontal axis, where the table is drawn.</param>
internal sealed record ReportRow(string Name, IReadOnlyList<double?> Figures, string? Remark = null, double Across = 0);
