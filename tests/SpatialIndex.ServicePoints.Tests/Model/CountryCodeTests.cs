using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Tests.Model;

public class CountryCodeTests
{
    [Fact]
    public void All_HoldsTheAssignedCodes() => Assert.Equal(249, CountryCode.All.Count);

    [Theory]
    [InlineData("NL", "NL")]
    [InlineData("nl", "NL")]
    [InlineData("fR", "FR")]
    [InlineData("UK", null)]
    [InlineData("XK", null)]
    [InlineData("EU", null)]
    [InlineData("", null)]
    [InlineData(" NL", null)]
    [InlineData("NLD", null)]
    public void Normalize_ReadsAnyCaseAndNothingElse(string text, string? expected) => Assert.Equal(expected, CountryCode.Normalize(text));
}
