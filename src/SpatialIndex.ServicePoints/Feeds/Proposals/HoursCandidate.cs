using System.Text.Json;
using System.Text.Json.Nodes;
using SpatialIndex.ServicePoints.Feeds.Records;
using SpatialIndex.ServicePoints.Feeds.Sources;
using SpatialIndex.ServicePoints.Feeds.WeeklyHours;

namespace SpatialIndex.ServicePoints.Feeds.Proposals;

/// <summary>A place and a dialect in which the hours of a sample may stand, and how much of them is understood there.</summary>
internal sealed class HoursCandidate
{
    /// <param name="sample">The sample.</param>
    /// <param name="source">The place and the dialect, as a profile writes them.</param>
    /// <param name="label">What to call it.</param>
    /// <param name="countryCodes">The country of every record.</param>
    public HoursCandidate(FeedSample sample, JsonObject source, string label, IReadOnlyList<string?> countryCodes)
    {
        Source = source;
        Label = label;
        using JsonDocument document = JsonDocument.Parse(source.ToJsonString());
        OpeningTimesSource times = OpeningTimesSourceReader.Read(new JsonObjectReader(document.RootElement, "proposal", ""), new FieldSourceReader(isTrimmed: true));
        Dictionary<string, SampleColumn> columns = times.Paths.Select(path => sample.Find(path.Text)).OfType<SampleColumn>().DistinctBy(static column => column.Path)
            .ToDictionary(static column => column.Path, StringComparer.Ordinal);
        for (int row = 0; row < sample.Records; row++)
        {
            bool isReported = false;
            string? text = null;
            var record = new SampleRecord(columns, row) { Number = row + 1 };
            bool isUnderstood = !times.Read(record, countryCodes[row] ?? "", Report).IsEmpty;
            if (isUnderstood)
            {
                Understood.Add(row);
            }
            else if (isReported)
            {
                NotUnderstood.Add(text!);
            }

            void Report(string reason, string value)
            {
                isReported |= reason == OpeningTimesSource.NotUnderstood;
                text ??= value;
            }
        }
    }

    public JsonObject Source { get; }

    public string Label { get; }

    /// <summary>0 where times have places of their own, 1 for texts, 2 for a flag that only says that a point is open round the clock.</summary>
    public int Vagueness => (string?)Source["dialect"] switch
    {
        "always_open_flag" => 2,
        "text" or "osm" => 1,
        _ => 0,
    };

    /// <summary>The rows whose hours are understood.</summary>
    public HashSet<int> Understood { get; } = [];

    /// <summary>What is not understood, a text for each such record.</summary>
    public List<string> NotUnderstood { get; } = [];

    /// <summary>How many records have hours there.</summary>
    public int Given => Understood.Count + NotUnderstood.Count;

    /// <summary>Which share of them is understood; 0 when there are none.</summary>
    public double Share => Given == 0 ? 0 : (double)Understood.Count / Given;
}
