using System.Text;
using FsCheck.Xunit;
using SpatialIndex.ServicePoints.Feeds.Records;

namespace SpatialIndex.ServicePoints.Tests.Feeds;

public class RecurringTextsTests
{
    private readonly RecurringTexts _texts = new();

    [Property]
    public bool Of_ManyTexts_GivesEachAsItIs(string[] words)
    {
        byte[][] texts = [.. words.Where(static word => word is not null).Select(static word => Encoding.UTF8.GetBytes(word))];
        return texts.Concat(texts).All(text => _texts.Of(text) == Encoding.UTF8.GetString(text));
    }

    [Theory]
    [InlineData("a", "a\0")]
    [InlineData("\0", "\0\0")]
    [InlineData("abcdefgh", "abcdefghabcdefgh")]
    [InlineData("aaaaaaaaa", "aaaaaaaaaa")]
    public void Of_TextsWithTheSameBeginningAndEnd_TellsThemApart(string one, string another)
    {
        Assert.Equal(one, _texts.Of(Encoding.UTF8.GetBytes(one)));
        Assert.Equal(another, _texts.Of(Encoding.UTF8.GetBytes(another)));
    }

    [Theory]
    [InlineData("Wien")]
    [InlineData("sixteen letters!")]
    public void Of_AShortTextAgain_GivesTheSameObject(string text) =>
        Assert.Same(_texts.Of(Encoding.UTF8.GetBytes(text)), _texts.Of(Encoding.UTF8.GetBytes(text)));
}
