using System.Text;
using SpatialIndex.ServicePoints.Geocoding.Sources;

namespace SpatialIndex.ServicePoints.Tests.Geocoding.Sources;

public sealed class DelimitedRowsTests
{
    [Theory]
    [InlineData("a,b\r\n\r\nc,d", "a|b", "c|d")]
    [InlineData("\uFEFFa,b\n", "a|b")]
    [InlineData("\"a, b\",\"c\"\"d\"\n", "a, b|c\"d")]
    [InlineData("\"a\nb\",c\nd,e\n", "a\nb|c", "d|e")]
    [InlineData("a \"b\" c,d\n", "a \"b\" c|d")]
    [InlineData(",\n", "|")]
    public void Read_Commas_TakesQuotesOff(string text, params string[] expected) => Assert.Equal(expected, Rows(text, ','));

    [Theory]
    [InlineData("\"a\tb\n", "\"a|b")]
    [InlineData("a\"\"\t\"b\"\nc\td", "a\"\"|\"b\"", "c|d")]
    public void Read_Tabs_LeavesQuotesAlone(string text, params string[] expected) => Assert.Equal(expected, Rows(text, '\t'));

    [Theory]
    [InlineData("a,b\nc\nd,e,f\ng,h\n", "a|b", "WrongColumns", "WrongColumns", "g|h")]
    [InlineData("a,\"b\"c\nd,e\n", "Unreadable", "d|e")]
    public void Read_DamagedRow_IsLostAlone(string text, params string[] expected) => Assert.Equal(expected, Rows(text, ','));

    [Theory]
    [InlineData("a,\"b\nc,d\ne,f\n", "Unreadable", "c|d", "e|f")]
    [InlineData("a,\"b\nc,\"d\"\ne,f\n", "Unreadable", "c|d", "e|f")]
    [InlineData("a,\"b\nc,d\n\"e\",f\n\"g\",h\n", "Unreadable", "c|d", "e|f", "g|h")]
    public void Read_QuoteThatIsNeverClosed_LosesItsLineAlone(string text, params string[] expected) => Assert.Equal(expected, Rows(text, ','));

    [Fact]
    public void Read_LineThatIsNotUtf8_IsLostAlone()
    {
        byte[] text = [.. "a,b\n"u8, .. Encoding.Latin1.GetBytes("é,d\n"), .. "e,f\n"u8];

        Assert.Equal(["a|b", "Unreadable", "e|f"], Rows(text, ','));
    }

    private static string[] Rows(string text, char separator) => Rows(Encoding.UTF8.GetBytes(text), separator);

    private static string[] Rows(byte[] text, char separator) =>
        [.. DelimitedRows.Read(new MemoryStream(text), separator, columns: 2).Select(static row => row.Damage is { } damage ? damage.ToString() : $"{row[0]}|{row[1]}")];
}
