namespace SpatialIndex.Benchmarks.Reports;

/// <summary>A part of the report that is measured by itself.</summary>
internal interface ISection
{
    /// <summary>What it is asked for by.</summary>
    string Name { get; }

    string Title { get; }

    /// <summary>What is measured and how, in Markdown.</summary>
    string About { get; }

    /// <summary>Measures, and adds tables and notes to the result as they come.</summary>
    void Measure(ReportOptions options, SectionResult result);
}
