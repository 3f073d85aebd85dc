using SpatialIndex.ServicePoints.Geocoding.Sources;

namespace SpatialIndex.ServicePoints.Tests.Geocoding.Sources;

public sealed class GeoNamesPostalReaderTests : IDisposable
{
    private const string Eindhoven = "NL\t5611\tEindhoven\tNoord-Brabant\t06\t\t\t\t\t51.437\t5.4801\t\n";

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_PostalCode_IsOfItsPlaceAndRegion()
    {
        var source = ReadSource.Of(_folder.Write("NL.txt", "\uFEFF" + Eindhoven.ReplaceLineEndings("\r\n")));

        GazetteerRecord code = Assert.Single(source.Records);
        Assert.Equal("GeoNames postal codes", source.Summary.Kind);
        Assert.Equal(("NL", "5611", "Eindhoven", "Noord-Brabant"), (code.CountryCode, code.PostalCode, code.Locality, code.Region));
    }

    [Fact]
    public void Read_Cedex_IsNoPartOfTheName()
    {
        var source = ReadSource.Of(_folder.Write("FR.txt", "FR\t90006\tBelfort CEDEX 06\tX\t\t\t\t\t\t47.6\t6.8\t5\n"));

        Assert.Equal("Belfort", Assert.Single(source.Records).Locality);
    }

    [Fact]
    public void Read_DamagedFirstLine_IsRecognisedByAnother()
    {
        var source = ReadSource.Of(_folder.Write("NL.txt", "NL\t56\n" + Eindhoven + Eindhoven.Replace("51.437", "", StringComparison.Ordinal) + Eindhoven.Replace("NL", "", StringComparison.Ordinal)));

        Assert.Equal((4, 1, "1 with a wrong number of columns, 1 without position, 1 without country"), (source.Summary.Lines, source.Summary.Records, source.LeftOut));
    }
}
