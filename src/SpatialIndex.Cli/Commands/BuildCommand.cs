using System.CommandLine;
using SpatialIndex.Cli.Output;
using SpatialIndex.ServicePoints;
using SpatialIndex.ServicePoints.Feeds;
using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.Cli.Commands;

/// <summary><c>build</c>: feeds to a snapshot.</summary>
internal static class BuildCommand
{
    public static Command Create(CliEnvironment environment)
    {
        var output = new Option<string>("--output", "-o") { Description = "The snapshot file to write.", HelpName = "FILE", Required = true };
        var carriers = new Option<string?>("--carriers") { Description = "A carrier catalogue, laid over the carriers of the profiles.", HelpName = "FILE" };
        Option<DateTimeOffset?> asOf = Options.Instant("--as-of", "When the feeds were fetched. Default: now.");
        var problems = new Option<string?>("--problems") { Description = "Writes all problems to a file, one JSON object a line.", HelpName = "FILE" };
        var maxRejected = new Option<double>("--max-rejected")
        {
            Description = "Refuses a feed with a larger share of wrong records.",
            HelpName = "PERCENT",
            DefaultValueFactory = static _ => 20,
        };
        var feeds = new Argument<string[]>("FEED")
        {
            Description = "A feed file, or PROFILE=FILE to name its profile (built in, or a profile file ending in .json).",
            Arity = ArgumentArity.OneOrMore,
        };

        var command = new Command("build", "Builds a snapshot from carrier feeds.") { output, carriers, asOf, problems, maxRejected, feeds };
        command.SetAction(parsed =>
        {
            double percent = parsed.GetValue(maxRejected);
            if (!(percent is >= 0 and <= 100))
            {
                throw new UsageException("--max-rejected is a percentage from 0 to 100.");
            }

            var options = new SnapshotBuildOptions
            {
                AsOf = parsed.GetValue(asOf) ?? environment.Clock.GetUtcNow(),
                CarriersPath = parsed.GetValue(carriers),
                MaxRejectedPercent = percent,
            };
            Run(parsed.GetValue(feeds)!, options, parsed.GetValue(output)!, parsed.GetValue(problems), environment);
        });
        return command;
    }

    private static void Run(string[] feedArguments, SnapshotBuildOptions options, string output, string? problemsPath, CliEnvironment environment)
    {
        FeedInput[] feeds = [.. feedArguments.Select(FeedArgument.Parse)];
        var report = new ProblemReport();
        IReadOnlyList<FeedSummary>? summaries = null;

        void Build(Action<FeedProblem>? write) => summaries = SnapshotBuilder.Build(
            feeds,
            options with
            {
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
            AtomicFile.Write(problemsPath, stream => Build(problem => ProblemReport.WriteJson(stream, problem)));
        }

        report.Print(summaries!, environment.Error);
        environment.Error.WriteLine($"{output}: {summaries!.Sum(static summary => summary.Points)} points, {new FileInfo(output).Length} bytes");
    }
}
