using System.Diagnostics;

namespace SpatialIndex.Fuzz;

/// <summary>Reads a file as a target does and tells what it finds.</summary>
internal static class Replay
{
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(1);

    /// <summary>Whether nothing is found; else it is written to standard error. Compiling is not counted: a file is read twice.</summary>
    public static bool IsFine(IFuzzTarget target, string path)
    {
        byte[] input = File.ReadAllBytes(path);
        try
        {
            target.Run(input);
            TimeSpan before = ProcessorTime();
            target.Run(input);
            TimeSpan time = ProcessorTime() - before;
            if (time <= MostTime)
            {
                return true;
            }

            Console.Error.WriteLine($"{path}: takes {time.TotalSeconds:f1} s of a processor.");
        }
#pragma warning disable CA1031 // Whatever is thrown is what was looked for.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Console.Error.WriteLine($"{path}: {exception}");
        }

        return false;
    }

    private static TimeSpan ProcessorTime() => Process.GetCurrentProcess().TotalProcessorTime;
}
