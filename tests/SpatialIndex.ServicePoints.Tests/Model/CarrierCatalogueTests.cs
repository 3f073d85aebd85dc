using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Tests.Model;

public class CarrierCatalogueTests
{
    [Theory]
    [InlineData("plain", "NL", "plain")]
    [InlineData("unknown", "NL", "unknown")]
    [InlineData("old", "NL", "plain")]
    [InlineData("older", "NL", "plain")]
    [InlineData("guest", "ES", "host")]
    [InlineData("guest", "NL", "guest")]
    [InlineData("old_guest", "ES", "host")]
    [InlineData("dangling", "NL", "nowhere")]
    public void Resolve_SuccessionAndNetworks_AreFollowedToTheEnd(string code, string country, string expected)
    {
        CarrierCatalogue catalogue = Catalogue(
            Of("plain"), Of("old", successor: "plain"), Of("older", successor: "old"), Of("host"),
            Of("guest", network: ("ES", "host")), Of("old_guest", successor: "guest"), Of("dangling", successor: "nowhere"));

        Assert.Equal(expected, catalogue.Resolve(code, country));
    }

    [Fact]
    public void Resolve_Circle_Ends()
    {
        CarrierCatalogue catalogue = Catalogue(Of("a", successor: "b"), Of("b", successor: "c"), Of("c", successor: "a"), Of("self", successor: "self"));

        Assert.Equal(("c", "self"), (catalogue.Resolve("a", "NL"), catalogue.Resolve("self", "NL")));
    }

    [Fact]
    public void Resolve_SuccessorBesideNetwork_SuccessorComesFirst()
    {
        CarrierCatalogue catalogue = Catalogue(Of("both", successor: "next", network: ("NL", "host")), Of("next"), Of("host"));

        Assert.Equal("next", catalogue.Resolve("both", "NL"));
    }

    private static CarrierCatalogue Catalogue(params Carrier[] carriers) =>
        carriers.Aggregate(CarrierCatalogue.Empty, static (catalogue, carrier) => catalogue.With(carrier));

    private static Carrier Of(string code, string? successor = null, (string Country, string Code)? network = null)
    {
        var carrier = new Carrier { Code = code, Name = code, SupersededBy = successor };
        return network is { } entry ? carrier with { Networks = carrier.Networks.Add(entry.Country, entry.Code) } : carrier;
    }
}
