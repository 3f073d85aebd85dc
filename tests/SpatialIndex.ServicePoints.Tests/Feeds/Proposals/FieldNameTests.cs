using SpatialIndex.ServicePoints.Feeds.Proposals;

namespace SpatialIndex.ServicePoints.Tests.Feeds.Proposals;

public class FieldNameTests
{
    [Theory]
    [InlineData("X_COORDINATE", "x coordinate")]
    [InlineData("houseNo", "house no")]
    [InlineData("primaryKeyPF", "primary key pf")]
    [InlineData("PFLocations", "pf locations")]
    [InlineData("#Identifiant_du_site", "identifiant du site")]
    [InlineData("address1", "address 1")]
    [InlineData("Länge", "lange")]
    [InlineData("kód pošty", "kod posty")]
    [InlineData("", "")]
    public void Words_OfAName_ArePlain(string name, string words) => Assert.Equal(words, string.Join(' ', FieldName.Words(name)));

    [Theory]
    [InlineData("latitude", "geoLocation", "lat")]
    [InlineData("longitude", "Länge")]
    [InlineData("longitude", "zeměpisná délka")]
    [InlineData("name", "locatieNaam")]
    [InlineData("name", "properties", "name")]
    [InlineData("city", "city", "name")]
    [InlineData("street", "address", "line1")]
    [InlineData("house_number", "straatNr")]
    [InlineData("postal_code", "address_details", "post_code")]
    [InlineData("country_code", "country", "code")]
    [InlineData("carrier_service_point_id", "parcelShopId")]
    [InlineData("phone", "Numéro_de_téléphone")]
    [InlineData("opening_times", "godziny otwarcia")]
    public void Fit_NameOfAField_IsBestForThatField(string field, params string[] keys)
    {
        var name = new FieldName(keys);
        string[] fields = ["latitude", "longitude", "name", "street", "house_number", "postal_code", "city", "country_code", "carrier_service_point_id", "phone", "opening_times"];

        Assert.Equal(field, fields.MaxBy(name.Fit));
        Assert.InRange(name.Fit(field), 45, 100);
    }

    [Fact]
    public void Fit_StrangeName_IsNothing() => Assert.Equal(0, new FieldName(["qwertz"]).Fit("latitude"));
}
