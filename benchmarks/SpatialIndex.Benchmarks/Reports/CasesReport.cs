using SpatialIndex.Benchmarks.Cases;

namespace SpatialIndex.Benchmarks.Reports;

/// <summary>Microseconds a query of the special cases, each beside the first of its group.</summary>
internal static class CasesReport
{
    public static void Run()
    {
        foreach (CaseGroup group in SpecialCases.All())
        {
            Console.WriteLine($"{group.Title}: {group.Bound}");
            Console.WriteLine();
            MarkdownTable.Header(["case", "µs", "times the first"]);
            double first = 0;
            foreach (SpecialCase special in group.Cases)
            {
                double microseconds = special.MedianNanoseconds() / 1000;
                first = first == 0 ? microseconds : first;
                MarkdownTable.Row(special.Name, [microseconds, microseconds / first], "n2");
            }

            Console.WriteLine();
        }
    }
}
