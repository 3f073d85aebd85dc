using SpatialIndex.ServicePoints.Geocoding.Sources;

namespace SpatialIndex.ServicePoints.Tests.Geocoding.Sources;

public sealed class LaPosteReaderTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Code_commune_INSEE;Nom_commune;Code_postal;Ligne_5;Libellé_d_acheminement;coordonnees_gps\n50236;LA HAYE;50250;SURVILLE;LA HAYE;49.28,-1.54\n")]
    [InlineData("\uFEFF#Code_commune_INSEE;Nom_de_la_commune;Code_postal;Libellé_d_acheminement;Ligne_5;Coordonnées_GPS\r\n50236;LA HAYE;50250;LA HAYE;SURVILLE;49.28, -1.54\r\n")]
    [InlineData("code_commune_insee,nom_de_la_commune,code_postal,ligne_5,libelle_d_acheminement,_geopoint\n50236,LA HAYE,50250,SURVILLE,LA HAYE,\"49.28,-1.54\"\n")]
    public void Read_AnyHeader_GivesTheCommune(string csv)
    {
        var source = ReadSource.Of(_folder.Write("hexasmal.csv", csv));

        GazetteerRecord commune = Assert.Single(source.Records);
        Assert.Equal("La Poste hexasmal", source.Summary.Kind);
        Assert.Equal(("FR", "50250", "LA HAYE"), (commune.CountryCode, commune.PostalCode, commune.Locality));
        Assert.Equal(["SURVILLE"], commune.OtherNames);
        Assert.Equal((49.28, -1.54), (commune.Position.Latitude, commune.Position.Longitude));
    }

    [Fact]
    public void Read_DamagedLines_AreLeftOutByReason()
    {
        var source = ReadSource.Of(_folder.Write("hexasmal.csv", """
            #Code_commune_INSEE;Nom_commune;Code_postal;Ligne_5;coordonnees_gps
            50236;LA HAYE;50250;;49.28,-1.54
            50236;LA HAYE;50250;;
            50236;LA HAYE;50250;;49.28
            50236;LA HAYE
            """));

        Assert.Equal((4, 1, "1 with a wrong number of columns, 2 without position"), (source.Summary.Lines, source.Summary.Records, source.LeftOut));
        Assert.Empty(source.Records[0].OtherNames);
    }
}
