using SpatialIndex.Benchmarks.Sections;

namespace SpatialIndex.Benchmarks.Reports;

/// <summary>The sections, in the order of the report.</summary>
internal static class ReportSections
{
    public static IReadOnlyList<ISection> All { get; } =
    [
        new PeersSection(),
        new LimitSection(),
        new SelectivitySection(),
        new GrowthSection(),
        new AccuracySection(),
        new AllocationsSection(),
        new SearchesSection(),
        new RequestSection(),
        new HoursSection(),
        new BuildSection(),
        new BatchSection(),
        new SnapshotsSection(),
        new StartupSection(),
        new ServerSection(),
        new GeocodingSection(),
        new VectorsSection(),
        new ClairvoyantSection(),
        new PlansSection(),
        new CasesSection(),
    ];

    /// <summary>The section of a name; null if there is none.</summary>
    public static ISection? Named(string name) => All.FirstOrDefault(section => section.Name == name);
}
