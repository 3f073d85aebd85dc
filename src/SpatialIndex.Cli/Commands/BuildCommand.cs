using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
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
        Option<string> output = Options.Path("The snapshot file to write.", isRequired: true, "--output", "-o");
        Option<string> carriers = Options.Path("A carrier catalogue, laid over the carriers of the profiles.", isRequired: false, "--carriers");
        Option<DateTimeOffset?> asOf = Options.Instant("--as-of", "When the feeds were fetched. Default: now.");
        Option<string> problems = Options.Path("Writes all problems to a file, one JSON object a line, even if the build is refused.", isRequired: false, "--problems");
        var maxRejected = new Option<double>("--max-rejected")
        {
            Description = "Refuses a feed with a larger share of wrong records.",
            HelpName = "PERCENT",
            DefaultValueFactory = static _ => 20,
            CustomParser = ParsePercent,
        };
        var feeds = new Argument<string[]>("FEED")
        {
            Description = "A feed file, or PROFILE=FILE to name its profile (built in, or a profile file ending in .json).",
            Arity = ArgumentArity.OneOrMore,
        };

        var command = new Command("build", "Builds a snapshot from carrier feeds.") { output, carriers, asOf, problems, maxRejected, feeds };
        command.SetAction(parsed =>
        {
            var options = new SnapshotBuildOptions
            {
                AsOf = parsed.GetValue(asOf) ?? environment.Clock.GetUtcNow(),
                CarriersPath = parsed.GetValue(carriers),
                MaxRejectedPercent = parsed.GetValue(maxRejected),
            };
            Run(parsed.GetValue(feeds)!, options, parsed.GetValue(output)!, parsed.GetValue(problems), environment);
        });
        return command;
    }

    private static void Run(string[] feedArguments, SnapshotBuildOptions options, string output, string? problemsPath, CliEnvironment environment)
    {
        FeedInput[] feeds = [.. feedArguments.Select(FeedArgument.Parse)];
        RefuseOverwriting(output, problemsPath, [.. feeds.Select(static feed => feed.Path), .. options.CarriersPath is { } path ? [path] : Array.Empty<string>()]);
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

        report.Print(summaries!, environment.Error);
        environment.Error.WriteLine($"{output}: {summaries!.Sum(static summary => summary.Points)} points, {new FileInfo(output).Length} bytes");
    }

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

    /// <summary>A file that is read must not be one that is written, by whatever name.</summary>
    private static void RefuseOverwriting(string output, string? problems, IReadOnlyList<string> inputs)
    {
        string[] outputs = problems is null ? [output] : [output, problems];
        string[] clash = [.. outputs.Where(written => inputs.Any(read => Resolve(read) == Resolve(written)))];
        if (clash.Length > 0)
        {
            throw new UsageException($"{clash[0]} would be read and overwritten.");
        }

        if (problems is not null && Resolve(problems) == Resolve(output))
        {
            throw new UsageException($"{output} would be written twice, as the snapshot and as the list of problems.");
        }
    }

    private static string Resolve(string path)
    {
        string full = Path.GetFullPath(path);
        return File.Exists(full) ? File.ResolveLinkTarget(full, returnFinalTarget: true)?.FullName ?? full : full;
    }
}
