using SpatialIndex.ServicePoints.Feeds.Proposals;
using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Tests.Feeds.Proposals;

public class IsoCountriesTests
{
    [Theory]
    [InlineData("nl", "NL")]
    [InlineData("NLD", "NL")]
    [InlineData("528", "NL")]
    [InlineData("056", "BE")]
    [InlineData("56", "BE")]
    [InlineData("FRANCE", "FR")]
    [InlineData("Österreich", "AT")]
    [InlineData("Česká republika", "CZ")]
    [InlineData("UK", "GB")]
    [InlineData("United Kingdom", "GB")]
    [InlineData("Atlantis", null)]
    [InlineData("", null)]
    public void Find_Country_ByAnyOfItsNames(string text, string? code) => Assert.Equal(code, IsoCountries.Find(text));

    [Fact]
    public void Find_EveryAssignedCode_IsItself() => Assert.All(CountryCode.All, static code => Assert.Equal(code, IsoCountries.Find(code)));

    [Theory]
    [InlineData("1234 AB", "NL")]
    [InlineData("SW1A 1AA", "GB")]
    [InlineData("00-680", "PL")]
    [InlineData("2790-307", "PT")]
    [InlineData("LV-1010", "LV")]
    [InlineData("75001", null)]
    public void OfPostalCode_OnlyWhatOneCountryWrites_Tells(string postalCode, string? country) => Assert.Equal(country, CountryHints.OfPostalCode(postalCode));

    [Theory]
    [InlineData("+31 20 1234567", "NL")]
    [InlineData("00420 123 456 789", "CZ")]
    [InlineData("+44 20 7946 0000", "GB")]
    [InlineData("020 1234567", null)]
    public void OfPhone_CallingCode_Tells(string phone, string? country) => Assert.Equal(country, CountryHints.OfPhone(phone));
}
