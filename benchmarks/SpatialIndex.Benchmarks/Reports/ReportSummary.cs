namespace SpatialIndex.Benchmarks.Reports;

/// <summary>The figures that the README repeats: a row each, where everything that it takes was measured.</summary>
internal sealed class ReportSummary(IReadOnlyList<SectionResult> results)
{
    public IEnumerable<string> Rows()
    {
        (string Name, FormattableString Figures)[] rows =
        [
            ("nearest 10 of 400,000 points around towns", $"{Searches("nearest 10")} µs, {SearchBytes("nearest 10")} B allocated"),
            ("the same with 1 class in 40 and an expiry", $"{Searches("nearest 10, filtered")} µs, {SearchBytes("nearest 10, filtered")} B allocated"),
            ("nearest 10 of 10 million points", $"{Figure("growth", "10,000,000", "knn10")} µs"),
            ("the tree, all that is searched", $"{Figure("build", "synthetic, 1,000,000, 1", "bytes a point")} bytes a point"),
            (
                "a request of the contract: read, search 20 around Lyon, write the JSON",
                $"{Request("µs")} µs, {Request("bytes allocated")} B allocated"),
            (
                "`build` of the 17,212 records of La Poste",
                $"{Processor("build, ahead of time")} ms of processor time as a binary, {Processor("build, by the JIT")} ms by the JIT"),
            ("start the binary, open its snapshot, answer, print", $"{Startup("query, ahead of time", "on the clock, median")} ms"),
            (
                "open and answer in your process",
                $"{Startup("did both before", "ms")} ms; the first time {Startup("did neither before, by the JIT", "ms")} ms, which is the JIT compiling"),
        ];
        return rows
            .Where(static row => !row.Figures.GetArguments().Contains(null))
            .Select(static row => $"| {row.Name} | {row.Figures} |");
    }

    private string? Searches(string row) => Figure("searches", row, "400,000 points");

    private string? SearchBytes(string row) => Figure("searches", row, "bytes allocated");

    private string? Request(string column) => Figure("request", "the whole request, limit 20", column);

    private string? Processor(string row) => Startup(row, "processor time, mean");

    private string? Startup(string row, string column) => Figure("startup", row, column);

    /// <summary>From the first table of the section that has the column, as the table shows it.</summary>
    private string? Figure(string section, string row, string column)
    {
        SectionResult? result = results.FirstOrDefault(result => result.Section == section);
        return result?.Tables.FirstOrDefault(table => table.Columns.Contains(column))?.Text(row, column);
    }
}
