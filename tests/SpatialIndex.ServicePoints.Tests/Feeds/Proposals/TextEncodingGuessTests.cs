using System.Text;
using SpatialIndex.ServicePoints.Feeds.Proposals;

namespace SpatialIndex.ServicePoints.Tests.Feeds.Proposals;

public class TextEncodingGuessTests
{
    [Theory]
    [InlineData("Straße, Köln, Ümläute", "windows-1252")]
    [InlineData("Bureau de poste, fermé à Noël, cœur", "windows-1252")]
    [InlineData("Poczta Łódź, ulica Świętego Ducha, Żabka", "windows-1250")]
    [InlineData("Příliš žluťoučký kůň, Česká pošta, Úterý", "windows-1250")]
    [InlineData("Hétfő, Győr, Vörösmarty tér", "windows-1250")]
    [InlineData("Почта России, улица Ленина", "windows-1251")]
    [InlineData("Šiauliai, Žemaitės gatvė, ąčęėįšųū", "windows-1257")]
    [InlineData("Ταχυδρομείο Αθήνας", "windows-1253")]
    public void Of_TextInACodePage_IsTold(string text, string encoding) =>
        Assert.Equal(encoding, TextEncodingGuess.Of(CodePagesEncodingProvider.Instance.GetEncoding(encoding)!.GetBytes(text), isWhole: true));

    [Theory]
    [InlineData("id;name\n1;Köln", "utf-8")]
    [InlineData("id;name\n1;Koln", "utf-8")]
    [InlineData("id;name\n1;Köln", "utf-16")]
    [InlineData("id;name\n1;Köln", "utf-16BE")]
    public void Of_Unicode_IsToldWithAndWithoutItsMark(string text, string encoding)
    {
        Encoding known = Encoding.GetEncoding(encoding);

        Assert.Equal(encoding, TextEncodingGuess.Of(known.GetBytes(text), isWhole: true));
        Assert.Equal(encoding, TextEncodingGuess.Of([.. known.GetPreamble(), .. known.GetBytes(text)], isWhole: true));
    }

    [Fact]
    public void Of_LetterCutAtTheEnd_IsStillUtf8()
    {
        byte[] text = Encoding.UTF8.GetBytes("Köln 臺")[..^1];

        Assert.Equal("utf-8", TextEncodingGuess.Of(text, isWhole: false));
        Assert.NotEqual("utf-8", TextEncodingGuess.Of(text, isWhole: true));
    }
}
