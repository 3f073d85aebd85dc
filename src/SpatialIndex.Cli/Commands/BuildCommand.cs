using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Runtime;
using SpatialIndex.Cli.Output;
using SpatialIndex.ServicePoints;
using SpatialIndex.ServicePoints.Feeds;
using SpatialIndex.ServicePoints.Model;
using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.Cli.Commands;

/// <summary><c>build</c>: feeds to a snapshot.</summary>
internal static class BuildCommand
{
    public static Command Create(CliEnvironment environment)
    {
        Option<string> output = Options.Path("The snapshot file to write.", isRequired: true, "--output", "-o");
        Option<string> carriers = Options.Path("A carrier catalogue, laid over the carriers of the profiles.", isRequired: false, "--carriers");
        Option<DateTimeOffset?> asOf = Options.Instant("--as-of", "When the feeds were fetched. Default: now.");
        Option<string> problems = Options.Path("Writes all problems to a file, one JSON object a line, even if the build is refused.", isRequired: false, "--problems");
        Option<string> gazetteer = Options.Path(
            "A gazetteer: gives points without a position that of their address, and tells which lie far outside their postal code.", isRequired: false, "--geocode");
        Option<string> basis = Options.Path("A snapshot whose carriers the feeds replace in the countries that they hold points of.", isRequired: false, "--base");
        Option<double> maxRejected = Percent("--max-rejected", "Refuses a feed with a larger share of wrong records.", 20);
        Option<double> maxVanished = Percent("--max-vanished", "Refuses feeds in which a larger share of a carrier's points is missing, compared to --base.", 30);
        Option<int> keepVanished = Options.Number(
            "--keep-vanished", "DAYS", "How long points that a feed no longer holds can still be found by their ids.", 0, Carrier.MaxFreshnessDays, 90);
        var feeds = new Argument<string[]>("FEED")
        {
            Description = "A feed file, or PROFILE=FILE to name its profile (built in, or a profile file ending in .json).",
            Arity = ArgumentArity.OneOrMore,
        };

        var command = new Command("build", "Builds a snapshot from carrier feeds.") { output, basis, carriers, gazetteer, asOf, problems, maxRejected, maxVanished, keepVanished, feeds };
        command.SetAction(parsed =>
        {
            var options = new SnapshotBuildOptions
            {
                AsOf = parsed.GetValue(asOf) ?? environment.Clock.GetUtcNow(),
                CarriersPath = parsed.GetValue(carriers),
                GazetteerPath = parsed.GetValue(gazetteer),
                MaxRejectedPercent = parsed.GetValue(maxRejected),
                BasePath = parsed.GetValue(basis),
                MaxVanishedPercent = parsed.GetValue(maxVanished),
                KeepVanishedDays = parsed.GetValue(keepVanished),
            };
            Run(parsed.GetValue(feeds)!, options, parsed.GetValue(output)!, parsed.GetValue(problems), environment);
        });
        return command;
    }

    private static void Run(string[] feedArguments, SnapshotBuildOptions options, string output, string? problemsPath, CliEnvironment environment)
    {
        // Nearly all that is allocated lives until the end, so that collecting beside the work is wasted.
        GCSettings.LatencyMode = GCLatencyMode.Batch;
        FeedArgument[] feeds = [.. feedArguments.Select(FeedArgument.Parse)];
        RefuseOverwriting(output, problemsPath, feeds, options);
        var report = new ProblemReport();
        using var progress = new ProgressBar(environment.Error);
        IReadOnlyList<FeedSummary>? summaries = null;

        void Build(Action<FeedProblem>? write) => summaries = SnapshotBuilder.Build(
            [.. feeds.Select(static feed => feed.Input)],
            options with
            {
                OnProgress = environment.IsWatched ? progress.Show : null,
                OnProblem = problem =>
                {
                    report.Add(problem);
                    write?.Invoke(problem);
                },
            },
            output);

        if (problemsPath is null)
        {
            Build(null);
        }
        else
        {
            FeedException? refusal = null;
            AtomicFile.Write(problemsPath, stream =>
            {
                try
                {
                    Build(problem => ProblemReport.WriteJson(stream, problem));
                }
                catch (FeedException exception)
                {
                    // The problems are wanted most when the feed is refused for them.
                    refusal = exception;
                }
            });
            if (refusal is not null)
            {
                throw refusal;
            }
        }

        progress.Dispose();
        report.Print(summaries!, environment.Error);
        using Snapshot written = Snapshot.Open(output);
        foreach (CarrierChanges changes in written.Header.Changes)
        {
            environment.Error.WriteLine(ChangeLine.Of(changes));
        }

        environment.Error.WriteLine($"{output}: {written.Header.PointCount} points, {written.Header.FileLength} bytes");
    }

    private static Option<double> Percent(string name, string description, double normally) => new(name)
    {
        Description = description,
        HelpName = "PERCENT",
        DefaultValueFactory = _ => normally,
        CustomParser = ParsePercent,
    };

    private static double ParsePercent(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double percent) && percent <= 100)
        {
            return percent;
        }

        result.AddError($"\"{text}\" is not a percentage from 0 to 100.");
        return 0;
    }

    private static void RefuseOverwriting(string output, string? problems, FeedArgument[] feeds, SnapshotBuildOptions options)
    {
        string?[] inputs = [.. feeds.Select(static feed => feed.Input.Path), .. feeds.Select(static feed => feed.ProfilePath), options.CarriersPath, options.GazetteerPath];
        WrittenFile.RefuseAmong(output, inputs);
        if (problems is not null)
        {
            // The snapshot itself may replace the one it is based on, which stays readable until it is closed.
            WrittenFile.RefuseAmong(problems, [.. inputs, options.BasePath]);
            WrittenFile.RefuseTwice(output, problems);
        }
    }
}
