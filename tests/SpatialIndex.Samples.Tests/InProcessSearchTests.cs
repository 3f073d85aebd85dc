namespace SpatialIndex.Samples.Tests;

/// <summary>The sample <c>InProcessSearch</c>, which the README shows.</summary>
public sealed class InProcessSearchTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [Fact]
    public async Task Run_OnTheSampleData_PrintsThePostOfficesOfLyon()
    {
        SampleSnapshot.Build(_folder["laposte.snapshot"], SampleSnapshot.NeverExpired, "laposte_fr_poincont2.csv.gz");

        string output = await SampleProcess.RunAsync("InProcessSearch", _folder.Path);

        Assert.Equal(
            """
            335 m  LYON TERREAUX, 3 R DU PRESIDENT EDOUARD HERRIOT
            370 m  LYON ST ANTOINE BP, 32 QUAI SAINT ANTOINE
            538 m  LYON LA MARTINIERE BP, 9 PLACE TOBIE ROBATEL
            636 m  LYON ST JEAN BP, 25 QUAI ROMAIN ROLLAND
            866 m  LYON FOCH BP, 16 COURS FRANKLIN ROOSEVELT

            """,
            output);
    }

    public void Dispose() => _folder.Dispose();
}
