using System.CommandLine;
using SpatialIndex.ServicePoints.Geocoding;

namespace SpatialIndex.Cli.Commands;

/// <summary><c>gazetteer build</c>: sources of places to a gazetteer file.</summary>
internal static class GazetteerCommand
{
    public static Command Create(CliEnvironment environment)
    {
        Option<string> output = Options.Path("The gazetteer file to write.", isRequired: true, "--output", "-o");
        var sources = new Argument<string[]>("SOURCE")
        {
            Description = "Postal codes, cities, house numbers, streets or snapshots of service points, or CC=FILE to name the country of a file; what a file is, its first lines tell.",
            Arity = ArgumentArity.OneOrMore,
        };
        var build = new Command("build", "Builds a gazetteer file from sources.") { output, sources };
        build.SetAction(parsed =>
        {
            string path = parsed.GetValue(output)!;
            GazetteerInput[] inputs = [.. parsed.GetValue(sources)!.Select(GazetteerArgument.Parse)];
            WrittenFile.RefuseAmong(path, inputs.Select(static input => input.Path));
            foreach (GazetteerSourceSummary summary in Gazetteer.Build(path, inputs))
            {
                environment.WriteLine(summary.ToString());
            }

            using var gazetteer = Gazetteer.Open(path);
            environment.WriteLine($"{path}: {gazetteer.CountryCodes.Count()} countries, {new FileInfo(path).Length} bytes");
        });
        return new Command("gazetteer", "Makes the files that addresses are looked up in.") { build };
    }
}
