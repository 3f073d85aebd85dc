using System.CommandLine;
using SpatialIndex.Cli.Output;
using SpatialIndex.ServicePoints.Model;
using SpatialIndex.ServicePoints.Synthetic;

namespace SpatialIndex.Cli.Commands;

/// <summary><c>generate</c>: a feed of invented points, to try things out with.</summary>
internal static class GenerateCommand
{
    public static Command Create(CliEnvironment environment)
    {
        var country = new Option<string>("--country") { Description = "The country around whose towns the points lie.", HelpName = "CODE", Required = true };
        Option<int> points = Options.Number("--points", "N", "How many points.", 1, int.MaxValue, normally: null);
        Option<int> seed = Options.Number("--seed", "S", "The same seed gives the same points.", 0, int.MaxValue, normally: 1);
        Option<DateTimeOffset?> asOf = Options.Instant("--as-of", "When the points are up to date. Default: now.");
        var command = new Command("generate", "Writes synthetic points of several carriers as a feed that can be built from.") { country, points, seed, asOf };
        command.SetAction(parsed => PointExport.WriteNdjson(
            SyntheticPoints.Generate(
                CountryOf(parsed.GetValue(country)!), parsed.GetValue(points), parsed.GetValue(seed), parsed.GetValue(asOf) ?? environment.Clock.GetUtcNow()),
            environment.Output));
        return command;
    }

    /// <exception cref="RefusedException">There is no such country, or no known town in it.</exception>
    private static string CountryOf(string text)
    {
        string code = CountryCode.Normalize(text) ?? throw new RefusedException($"\"{text}\" is no country; write its two letters, as in --country NL.");
        return SyntheticPoints.CountryCodes.Contains(code)
            ? code
            : throw new RefusedException(
                $"{code}: has no known towns to put points around; take any country but {string.Join(", ", CountryCode.All.Except(SyntheticPoints.CountryCodes).Order(StringComparer.Ordinal))}.");
    }
}
