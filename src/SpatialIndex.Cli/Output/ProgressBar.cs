using System.Globalization;
using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.Cli.Output;

/// <summary>A line on a terminal that says how far a build has come, and is gone when it has ended.</summary>
internal sealed class ProgressBar(TextWriter writer) : IDisposable
{
    private const int Width = 30;
    private string _shown = "";

    public void Show(BuildProgress progress)
    {
        string line = Line(progress);
        if (line != _shown)
        {
            writer.Write($"\r{line.PadRight(_shown.Length)}");
            _shown = line;
        }
    }

    public void Dispose()
    {
        if (_shown.Length > 0)
        {
            writer.Write($"\r{new string(' ', _shown.Length)}\r");
            _shown = "";
        }
    }

    private static string Line(BuildProgress progress)
    {
        if (progress.Fraction == 0)
        {
            return progress.Step;
        }

        int done = (int)(Width * progress.Fraction);
        return string.Create(
            CultureInfo.InvariantCulture, $"[{new string('#', done)}{new string('.', Width - done)}] {100 * progress.Fraction,3:0} % {progress.Step}");
    }
}
