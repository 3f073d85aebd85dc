using System.CommandLine;
using System.Text;
using SpatialIndex.Cli.Output;
using SpatialIndex.ServicePoints;
using SpatialIndex.ServicePoints.Feeds;
using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.Cli.Commands;

/// <summary><c>profile init</c>: proposes a profile for a file that none is known for.</summary>
internal static class ProfileInitCommand
{
    private const int PointsToShow = 3;

    public static Command Create(CliEnvironment environment)
    {
        Argument<string> sample = Options.File("The file to look at: NDJSON, JSON, GeoJSON or CSV, gzip or not.", "SAMPLE");
        Option<string> output = Options.Path("The profile file to write, which ends in .json. Default: standard output.", isRequired: false, "--output", "-o");
        var carrier = new Option<string>("--carrier") { Description = "The code of the carrier whose file it is. Default: a field that names carriers, else a word of the file's name.", HelpName = "CODE" };
        var command = new Command("init", "Looks at a file and proposes a profile for it; says what it recognised and what it could not decide.") { sample, output, carrier };
        command.SetAction(parsed => Run(parsed.GetValue(sample)!, parsed.GetValue(output), parsed.GetValue(carrier), environment));
        return command;
    }

    private static void Run(string sample, string? output, string? carrier, CliEnvironment environment)
    {
        if (output is not null)
        {
            WrittenFile.RefuseAmong(output, sample);
        }

        FeedProfileProposal proposal = FeedProfileProposer.Propose(sample, string.IsNullOrWhiteSpace(carrier) ? null : carrier);
        foreach (string finding in proposal.Findings)
        {
            environment.Complain(finding);
        }

        ShowPoints(sample, proposal.Profile, environment);
        foreach (string undecided in proposal.Undecided)
        {
            environment.Complain($"to decide: {undecided}");
        }

        if (output is null)
        {
            environment.WriteLine(proposal.Profile.Json);
            environment.Complain($"Write it to a file that ends in .json, and build with it: spatialindex build -o points.snapshot {proposal.Profile.Name}.json={sample}");
        }
        else
        {
            AtomicFile.Write(output, stream => stream.Write(Encoding.UTF8.GetBytes(proposal.Profile.Json + "\n")));
            environment.Complain($"{output}: written; build with it: spatialindex build -o points.snapshot {output}={sample}");
        }
    }

    /// <summary>What the profile makes of the file: how many points, what is lost and why, and the first points.</summary>
    private static void ShowPoints(string sample, FeedProfile profile, CliEnvironment environment)
    {
        CarrierCatalogue carriers = profile.Carriers.Aggregate(CarrierCatalogue.Empty, static (all, carrier) => all.With(carrier));
        var reader = new FeedReader(sample, profile, carriers, environment.Clock.GetUtcNow());
        var losses = new Dictionary<string, int>(StringComparer.Ordinal);
        var first = new List<ServicePoint>();
        int records = 0;
        int points = 0;
        foreach (FeedRecordResult result in reader.Read())
        {
            records++;
            if (result.Point is { } point)
            {
                points++;
                if (first.Count < PointsToShow)
                {
                    first.Add(point);
                }
            }
            else
            {
                FeedProblem loss = result.Problems[^1];
                string reason = loss.Field is null ? loss.Reason : $"{loss.Field} {loss.Reason}";
                losses[reason] = losses.GetValueOrDefault(reason) + 1;
            }
        }

        string lost = string.Concat(losses.OrderByDescending(static loss => loss.Value).Select(static loss => $", {loss.Value} left out: {loss.Key}"));
        environment.Complain($"{records} records become {points} points{lost}; the first:");
        first.ForEach(point => environment.Complain($"  {PointLine.Of(point)}"));
    }
}
