using SpatialIndex.ServicePoints.Feeds;
using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.ServicePoints.Tests.Api;

/// <summary>The contract's fixture as a snapshot, which is not there where the folder <c>shared</c> is missing.</summary>
public sealed class ContractFixture : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly Lazy<Snapshot> _snapshot;

    public ContractFixture() => _snapshot = new Lazy<Snapshot>(() =>
    {
        SnapshotBuilder.Build(
            [new FeedInput(Repository.Shared("contract/fixture.ndjson"), FeedProfiles.Canonical)],
            new SnapshotBuildOptions { AsOf = TestPoints.AsOf, CarriersPath = Repository.Shared("contract/carriers.json") },
            _folder["fixture.snapshot"]);
        return Snapshot.Open(_folder["fixture.snapshot"]);
    });

    public Snapshot Snapshot => _snapshot.Value;

    public string Path => _folder[Snapshot.Name];

    public void Dispose()
    {
        if (_snapshot.IsValueCreated)
        {
            _snapshot.Value.Dispose();
        }

        _folder.Dispose();
    }
}
