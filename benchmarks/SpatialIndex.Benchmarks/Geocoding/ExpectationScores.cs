using SpatialIndex.Benchmarks.Reports;
using SpatialIndex.ServicePoints.Geocoding;

namespace SpatialIndex.Benchmarks.Geocoding;

/// <summary>How many expectations are met, by their sets.</summary>
/// <param name="data">The expectations.</param>
/// <param name="codesWithHouses">Postal codes whose house numbers are known.</param>
/// <param name="listed">How many of a set that are not met are listed on standard error.</param>
/// <param name="result">Receives the table.</param>
internal sealed class ExpectationScores(GazetteerData data, IReadOnlySet<string> codesWithHouses, int listed, SectionResult result)
{
    public void Add(GazetteerGeocoder geocoder)
    {
        ReportTable table = result.Add(new ReportTable
        {
            Title = "Expectations that are met",
            Heading = "expectations",
            Columns = ["asked", "right %", "goal %"],
            Remarks = "result",
        });
        foreach ((string set, double goal, Expectation[] expectations) in Expectation.Sets(data, codesWithHouses))
        {
            if (expectations.Length == 0)
            {
                continue;
            }

            (Expectation Asked, GeocodedAddress Found)[] wrong =
            [
                .. expectations.Select(asked => (Asked: asked, Found: asked.Answer(geocoder))).Where(static pair => !pair.Asked.IsRight(pair.Found)),
            ];
            double right = 100.0 * (expectations.Length - wrong.Length) / expectations.Length;
            table.Add(new ReportRow(set, [expectations.Length, right, goal], right >= goal ? "reached" : "missed"));
            foreach ((Expectation asked, GeocodedAddress found) in wrong.Take(listed))
            {
                Console.Error.WriteLine(FormattableString.Invariant($"- {set}: {asked.Query} → {found.Answer} ± {found.UncertaintyMeters:n0} m"));
            }
        }
    }
}
