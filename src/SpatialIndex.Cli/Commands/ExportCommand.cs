using System.CommandLine;
using SpatialIndex.Cli.Output;
using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.Cli.Commands;

/// <summary><c>export</c>: every stored point back out.</summary>
internal static class ExportCommand
{
    public static Command Create(CliEnvironment environment)
    {
        Argument<string> file = Options.File("The snapshot file.");
        var format = new Option<string>("--format")
        {
            Description = "ndjson loses nothing and can be built from again.",
            DefaultValueFactory = static _ => "ndjson",
        };
        format.AcceptOnlyFromAmong("ndjson", "csv", "geojson");
        var command = new Command("export", "Writes every stored point, by country and id.") { file, format };
        command.SetAction(parsed =>
        {
            using Snapshot snapshot = Snapshot.Open(parsed.GetValue(file)!);
            Action<IEnumerable<ServicePoints.Model.ServicePoint>, Stream> write = parsed.GetValue(format) switch
            {
                "csv" => PointExport.WriteCsv,
                "geojson" => PointExport.WriteGeoJson,
                _ => PointExport.WriteNdjson,
            };
            write(snapshot.Points(), environment.Output);
        });
        return command;
    }
}
