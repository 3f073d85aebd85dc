using System.CommandLine;
using SpatialIndex.ServicePoints.Geocoding;
using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.Cli.Commands;

/// <summary><c>verify</c>: the full check of a file.</summary>
internal static class VerifyCommand
{
    public static Command Create(CliEnvironment environment)
    {
        Argument<string> file = Options.File("The snapshot or gazetteer file.");
        var command = new Command("verify", "Checks structure, checksums and every record; says what is wrong and where.") { file };
        command.SetAction(parsed =>
        {
            string path = parsed.GetValue(file)!;
            if (Gazetteer.IsGazetteer(path))
            {
                using var gazetteer = Gazetteer.Open(path);
                gazetteer.Verify();
                environment.WriteLine($"{path}: sound; {gazetteer.CountryCodes.Count()} countries");
                return;
            }

            using Snapshot snapshot = Snapshot.Open(path);
            snapshot.Verify();
            environment.WriteLine($"{path}: sound; {snapshot.Header.Sections.Count} sections, {snapshot.Header.PointCount} points");
        });
        return command;
    }
}
