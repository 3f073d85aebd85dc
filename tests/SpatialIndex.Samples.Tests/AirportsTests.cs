namespace SpatialIndex.Samples.Tests;

/// <summary>The sample <c>Airports</c>.</summary>
public sealed class AirportsTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [Fact]
    public async Task Run_ByItself_PrintsTheNearestByDayByClassAndAcrossTheAntimeridian() => Assert.Equal(
        """
        Around Berlin in 2025
             19 km  BER  Berlin Brandenburg
            144 km  LEJ  Leipzig/Halle
            436 km  FRA  Frankfurt
        Around Berlin in 2005
              5 km  THF  Berlin Tempelhof
              8 km  TXL  Berlin Tegel
             19 km  BER  Berlin Brandenburg
        Hubs of Africa and Asia, from Athens
           1124 km  CAI  Cairo
           2978 km  DOH  Doha Hamad
           3292 km  DXB  Dubai
        Around Suva, across the antimeridian
             17 km  SUV  Suva Nausori
            114 km  NAN  Nadi
            754 km  TBU  Tonga Fuaʻamotu
           1127 km  APW  Samoa Faleolo

        """,
        await SampleProcess.RunAsync("Airports", _folder.Path));

    public void Dispose() => _folder.Dispose();
}
