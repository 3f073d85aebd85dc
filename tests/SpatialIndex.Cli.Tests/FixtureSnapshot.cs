namespace SpatialIndex.Cli.Tests;

/// <summary>The contract's fixture, built once.</summary>
public sealed class FixtureSnapshot : IDisposable
{
    private readonly TestFolder _folder = new();

    public FixtureSnapshot()
    {
        if (Directory.Exists(Repository.SharedPath))
        {
            Tool built = Tool.Run(
                "build", "-o", Path, "--carriers", Repository.Shared("contract/carriers.json"), Repository.Shared("contract/fixture.ndjson"));
            Assert.True(built.Code == 0, built.Error);
        }
    }

    public string Path => _folder["fixture.snapshot"];

    public void Dispose() => _folder.Dispose();
}
