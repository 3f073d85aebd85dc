using SpatialIndex.ServicePoints.Feeds;

namespace SpatialIndex.ServicePoints.Tests.Feeds;

public class TerritoriesTests
{
    [Theory]
    [InlineData("FR", "97110", "GP")]
    [InlineData("FR", "97133", "BL")]
    [InlineData("FR", "97150", "MF")]
    [InlineData("FR", "97200", "MQ")]
    [InlineData("FR", "97300", "GF")]
    [InlineData("FR", "97400", "RE")]
    [InlineData("FR", "97500", "PM")]
    [InlineData("FR", "97600", "YT")]
    [InlineData("FR", "98000", "MC")]
    [InlineData("FR", "98600", "WF")]
    [InlineData("FR", "98714", "PF")]
    [InlineData("FR", "98800", "NC")]
    [InlineData("FI", "22100", "AX")]
    [InlineData("GB", "je2 3xx", "JE")]
    [InlineData("US", "00901", "PR")]
    [InlineData("FR", "75001", null)]
    [InlineData("FR", "", null)]
    [InlineData("DE", "97110", null)]
    public void At_PostalCode_NamesTheTerritory(string country, string postalCode, string? territory) =>
        Assert.Equal(territory, Territories.At(country, postalCode));

    [Theory]
    [InlineData("RE", "FR")]
    [InlineData("JE", "GB")]
    [InlineData("PR", "US")]
    [InlineData("FR", null)]
    [InlineData("je", null)]
    public void ParentOf_Territory_IsTheCountryOfItsPostalCodes(string territory, string? country) =>
        Assert.Equal(country, Territories.ParentOf(territory));
}
