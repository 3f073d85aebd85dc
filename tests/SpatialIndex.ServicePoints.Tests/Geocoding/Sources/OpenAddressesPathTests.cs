using SpatialIndex.ServicePoints.Geocoding.Sources;

namespace SpatialIndex.ServicePoints.Tests.Geocoding.Sources;

public sealed class OpenAddressesPathTests
{
    [Theory]
    [InlineData("us/ca/berkeley.csv", "US")]
    [InlineData("/data/us/ca/city_of_berkeley.csv.gz", "US")]
    [InlineData("us/countrywide.csv", "US")]
    [InlineData("US\\CA\\berkeley.csv", "US")]
    [InlineData("at/vienna.geojson", "AT")]
    [InlineData("/home/me/data/at/vienna.geojson", "AT")]
    [InlineData("zz/at/vienna.geojson", "AT")]
    [InlineData("us/california/berkeley.csv", null)]
    [InlineData("fr/at_wien.csv", "FR")]
    [InlineData("at.csv", "AT")]
    [InlineData("AT_wien.csv", "AT")]
    [InlineData("data/nl-addresses.csv.gz", "NL")]
    [InlineData("at1.csv", "AT")]
    [InlineData("at", "AT")]
    [InlineData("berkeley.csv", null)]
    [InlineData("zz_addresses.csv", null)]
    [InlineData("a", null)]
    [InlineData("", null)]
    public void CountryOf_Path_IsThatOfFoldersThenOfName(string path, string? expected) => Assert.Equal(expected, OpenAddressesPath.CountryOf(path));
}
