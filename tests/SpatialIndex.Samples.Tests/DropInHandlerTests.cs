namespace SpatialIndex.Samples.Tests;

/// <summary>The sample <c>DropInHandler</c>.</summary>
public sealed class DropInHandlerTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [Fact]
    public async Task Run_OnTheSampleData_PrintsTheNearestPointsAndTheMessageOfTheContract()
    {
        SampleSnapshot.Build(_folder["points.snapshot"], SampleSnapshot.NeverExpired, "collection_counters.ndjson", "laposte_fr_poincont2.csv.gz");

        string output = await SampleProcess.RunAsync("DropInHandler", _folder.Path, "points.snapshot");

        Assert.Equal(
            """
            165 m  LYON BOURSE RP
            166 m  LYON TERREAUX
            403 m  LYON LA MARTINIERE BP
            400  Service points are not supported for the requested carriers: dhl.

            """,
            output);
    }

    public void Dispose() => _folder.Dispose();
}
