using System.Globalization;
using SpatialIndex.Cli.Output;
using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.Cli.Tests;

public class ProgressBarTests
{
    [Fact]
    public void Show_StepByStep_OverwritesTheLineAndClearsItInTheEnd()
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        using (var bar = new ProgressBar(writer))
        {
            bar.Show(new BuildProgress("reading a", 0.5));
            bar.Show(new BuildProgress("reading a", 0.501));
            bar.Show(new BuildProgress("writing", 0));
        }

        const string Half = "[###############...............]  50 % reading a";
        Assert.Equal($"\r{Half}\r{"writing".PadRight(Half.Length)}\r       \r", writer.ToString());
    }
}
