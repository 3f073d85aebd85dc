namespace SpatialIndex.Fuzz.Targets;

/// <summary>Lines of request objects, and the same as lines of addresses.</summary>
internal sealed class BatchTarget : IFuzzTarget
{
    private readonly Lazy<(string Snapshot, string Gazetteer)> _files = new(static () =>
        (Scratch.Write("asked.snapshot", SeedCorpus.Snapshot), Scratch.Write("asked.gazetteer", SeedCorpus.Gazetteer)));

    public string Name => "batch";

    public void Run(ReadOnlySpan<byte> input)
    {
        string path = Scratch.Write("batch.ndjson", input);
        ToolRun.Of("query", "--snapshot", _files.Value.Snapshot, "--batch", path);
        ToolRun.Of("geocode", "--gazetteer", _files.Value.Gazetteer, "--batch", path, "--explain");
    }
}
