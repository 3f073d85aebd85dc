using SharpFuzz;

namespace SpatialIndex.Fuzz;

/// <summary>
/// <c>TARGET</c>: reads inputs that AFL gives, in an instrumented build. <c>TARGET FILE…</c>: reads files and says what is found.
/// <c>seeds FOLDER</c>: writes the binary seeds of the corpus. Nothing: the names of the targets.
/// </summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        switch (args)
        {
            case []:
                Console.WriteLine(string.Join('\n', FuzzTargets.All.Select(static target => target.Name)));
                return 0;
            case ["seeds", var corpus]:
                SeedCorpus.Write(corpus);
                return 0;
            case [var name]:
                // Instrumented code must not run before AFL gave it memory to count in.
                Fuzzer.OutOfProcess.Run(stream => Read(stream, FuzzTargets.Find(name)));
                return 0;
            default:
                IFuzzTarget target = FuzzTargets.Find(args[0]);
                string[] findings = [.. args[1..].Where(file => !Replay.IsFine(target, file))];
                return findings.Length == 0 ? 0 : 1;
        }
    }

    private static void Read(Stream stream, IFuzzTarget target)
    {
        using var input = new MemoryStream();
        stream.CopyTo(input);
        target.Run(input.GetBuffer().AsSpan(0, (int)input.Length));
    }
}
