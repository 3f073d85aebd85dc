using SpatialIndex.ServicePoints.Feeds.Sources;

namespace SpatialIndex.ServicePoints.Tests.Feeds;

public class HtmlTextTests
{
    [Theory]
    [InlineData("v&Atilde;&curren;ljas, sissep&Atilde;&curren;&Atilde;&curren;su", "väljas, sissepääsu")]
    [InlineData("CafÃ© â€“ Bar", "Café – Bar")]
    [InlineData("A &amp; B<br>C", "A & B C")]
    [InlineData("Café", "Café")]
    [InlineData("Żabka", "Żabka")]
    [InlineData("臺北市", "臺北市")]
    [InlineData("5 < 6", "5 < 6")]
    [InlineData("", "")]
    public void ToPlain_TagsEntitiesAndTwiceEncodedLetters_BecomeText(string html, string text) => Assert.Equal(text, HtmlText.ToPlain(html));
}
