using SpatialIndex.ServicePoints.Feeds;

namespace SpatialIndex.ServicePoints.Tests.Feeds;

public class StreetLineTests
{
    [Theory]
    [InlineData("98 BIS AVENUE DU 8 MAI 1945", "FR", "AVENUE DU 8 MAI 1945", "98 BIS")]
    [InlineData("2 L'AVENUE", "FR", "L'AVENUE", "2")]
    [InlineData("12, rue de la Gare", "LU", "rue de la Gare", "12")]
    [InlineData("3-5 rue Pasteur", "GP", "rue Pasteur", "3-5")]
    [InlineData("221 B Baker Street", "GB", "Baker Street", "221 B")]
    [InlineData("Frankfurter Str. 33", "DE", "Frankfurter Str.", "33")]
    [InlineData("Straße des 17. Juni 135", "DE", "Straße des 17. Juni", "135")]
    [InlineData("HauptStr. 13a", "DE", "HauptStr.", "13a")]
    [InlineData("Energieweg 14E", "NL", "Energieweg", "14E")]
    [InlineData("Westeinde 29  a", "NL", "Westeinde", "29  a")]
    [InlineData("Oelenboom 8a.", "NL", "Oelenboom", "8a")]
    [InlineData("Ozolciema iela 46 k-6", "LV", "Ozolciema iela", "46 k-6")]
    [InlineData("18. novembra iela 372", "LV", "18. novembra iela", "372")]
    [InlineData("Kedrų g.4", "LT", "Kedrų g.", "4")]
    [InlineData("Neumuehler Str. 16-18", "DE", "Neumuehler Str.", "16-18")]
    [InlineData("Via Roma, 12/B", "IT", "Via Roma", "12/B")]
    [InlineData("3 Maja 12", "PL", "3 Maja", "12")]
    public void Split_LineWithNumber_TakesItFromWhereTheCountryWritesIt(string line, string country, string street, string number) =>
        Assert.Equal((street, number), StreetLine.Split(line, country));

    [Theory]
    [InlineData("RUE DU 8 MAI 1945", "FR")]
    [InlineData("ROUTE DES CARS, D15", "FR")]
    [InlineData("Keskuse", "EE")]
    [InlineData("Keskuse tee 2, Tila küla", "EE")]
    [InlineData("1234", "DE")]
    [InlineData("", "DE")]
    public void Split_NoNumberThere_GivesNone(string line, string country) => Assert.Null(StreetLine.Split(line, country));
}
