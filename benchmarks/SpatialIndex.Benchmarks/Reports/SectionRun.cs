namespace SpatialIndex.Benchmarks.Reports;

/// <summary>Measures a section by the command line.</summary>
internal static class SectionRun
{
    /// <returns>Whether all held that must hold.</returns>
    public static bool Run(ISection section, ReportOptions options)
    {
        var result = new SectionResult
        {
            Section = section.Name,
            Command = $"benchmarks/run.sh {(options.IsQuick ? "--quick " : "")}{section.Name}",
            Machine = Machine.Describe(),
        };
        var load = new LoadMeter();
        section.Measure(options, result);
        result.OtherLoad = load.Describe();
        if (options.OutputFolder is { } folder)
        {
            new ReportFolder(folder).Save(result);
        }

        return !result.HasFailed;
    }
}
