using System.Diagnostics;

namespace SpatialIndex.Benchmarks.Server;

/// <summary>Programs kept to one processor, where <c>taskset</c> is there to do it.</summary>
internal static class Pinned
{
    private const string TaskSet = "/usr/bin/taskset";

    /// <summary>How to start a command, with its output redirected.</summary>
    public static ProcessStartInfo Start(int processor, params string[] command)
    {
        string[] whole = File.Exists(TaskSet) && Environment.ProcessorCount > processor ? [TaskSet, "-c", $"{processor}", .. command] : command;
        return new ProcessStartInfo(whole[0], whole[1..]) { RedirectStandardOutput = true, RedirectStandardError = true };
    }
}
