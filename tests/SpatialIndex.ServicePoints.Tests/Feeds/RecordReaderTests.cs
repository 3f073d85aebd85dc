using System.Text;
using SpatialIndex.ServicePoints.Feeds;
using SpatialIndex.ServicePoints.Feeds.Records;
using SpatialIndex.ServicePoints.Feeds.Sources;

namespace SpatialIndex.ServicePoints.Tests.Feeds;

/// <summary>The three record readers: NDJSON, JSON arrays and delimited text.</summary>
public class RecordReaderTests
{
    private static readonly FieldPath Id = new("id");

    [Fact]
    public void Ndjson_BlankAndBadLines_AreSkippedAndCounted()
    {
        string text = "\uFEFF{\"id\":1}\r\n\n   \n{oops\n[1]\n{\"a\":1,\"a\":2}\n{\"id\":2}";

        Assert.Equal(["1", "bad 2", "bad 3", "bad 4", "2"], Ids(NdjsonRecords.Read(Utf8(text))));
    }

    [Fact]
    public void Ndjson_LineLongerThanARecordMayBe_IsDamagedAndTheNextIsRead()
    {
        string text = $"{{\"id\":1}}\n{{\"id\":\"{new string('x', 50_000_000)}\"}}\n{{\"id\":3}}\n";

        Assert.Equal(["1", "bad 2", "3"], Ids(NdjsonRecords.Read(Utf8(text))));
    }

    [Fact]
    public void Ndjson_InvalidUtf8AndDeepNesting_DamageOnlyTheirLine()
    {
        byte[] text = [.. "{\"id\":\""u8, 0xff, .. "\"}\n"u8, .. Encoding.UTF8.GetBytes(new string('[', 100_000)), .. "\n{\"id\":3}"u8];

        Assert.Equal(["bad 1", "bad 2", "3"], Ids(NdjsonRecords.Read(new MemoryStream(text))));
    }

    [Theory]
    [InlineData("[{\"id\":1},{\"id\":2}]", "")]
    [InlineData("\uFEFF [ {\"id\":1} , {\"id\":2} ] ", "")]
    [InlineData("{\"meta\":{\"items\":[9]},\"items\":[{\"id\":1},{\"id\":2}],\"more\":[[]]}", "items")]
    [InlineData("{\"a\":{\"x\":1,\"b.c\":[{\"id\":1},{\"id\":2}]},\"z\":null}", "a.b\\.c")]
    public void Json_ArrayAtPath_IsRead(string text, string path) =>
        Assert.Equal(["1", "2"], Ids(Json(Utf8(text), path)));

    [Fact]
    public void Json_ArrivingByteByByte_IsReadTheSame()
    {
        string text = "{\"meta\":{\"n\":[1,2,{\"é\":\"\\u00e9\"}]},\"items\":[{\"id\":1,\"t\":\"ünï\"},{\"id\":2}],\"tail\":true}";

        Assert.Equal(["1", "2"], Ids(Json(new TrickleStream(Encoding.UTF8.GetBytes(text)), "items")));
    }

    [Fact]
    public void Json_RecordThatIsNoObject_IsDamagedAndTheNextIsRead()
    {
        byte[] text = [.. "[5,{\"id\":\""u8, 0xc3, 0x28, .. "\"},{\"id\":3}]"u8];

        Assert.Equal(["bad 1", "bad 2", "3"], Ids(Json(new MemoryStream(text), "")));
    }

    [Theory]
    [InlineData("[{\"id\":1},{\"id\":", "", "record 2")]
    [InlineData("[{\"id\":1},{\"id\":2}", "", "record 3")]
    [InlineData("[{\"id\":1}] x", "", "not JSON")]
    [InlineData("{\"items\":{}}", "items", "no array of records at \"items\"")]
    [InlineData("{\"other\":[]}", "items", "no array of records at \"items\"")]
    [InlineData("{}", "", "not a JSON array")]
    [InlineData("", "", "not")]
    public void Json_CutOffOrOtherwiseWrong_IsRefusedWithThePlace(string text, string path, string place)
    {
        var exception = Assert.Throws<FeedException>(() => Json(Utf8(text), path).ToList());

        Assert.Contains(place, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_NestingBombOrHugeRecord_IsRefused()
    {
        Assert.Contains("record 1", Assert.Throws<FeedException>(() => Json(Utf8(new string('[', 1_000_000)), "").ToList()).Message, StringComparison.Ordinal);
        Assert.Contains("record 1", Assert.Throws<FeedException>(() => Json(Utf8($"[{{\"id\":\"{new string('x', 50_000_000)}\"}}]"), "").ToList()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Csv_QuotesLineBreaksAndBlankLines_AreRead()
    {
        string text = "\uFEFF#id;name\r\n1;\"a;\"\"b\"\"\nc\"\r\n\r\n2;plain\r\n";

        List<FeedRecord> records = [.. CsvRecords.Read(Utf8(text), "feed.csv", ';')];

        Assert.Equal(["1", "2"], records.Select(static record => record.Text(new FieldPath("#id"))));
        Assert.Equal("a;\"b\"\nc", records[0].Text(new FieldPath("name")));
    }

    [Fact]
    public void Csv_RowsOfOtherLengthOrEncoding_AreDamagedAndTheNextIsRead()
    {
        byte[] text = [.. "id;name\n1;a;b\n2\n3;"u8, 0xe9, .. "\n\"4\"x;d\n5;e\"f\n"u8];

        Assert.Equal(["bad 1", "bad 2", "bad 3", "bad 4", "5"], Ids(CsvRecords.Read(new MemoryStream(text), "feed.csv", ';')));
    }

    [Theory]
    [InlineData("id;id\n1;2\n")]
    [InlineData("")]
    [InlineData("id;name\n\"1;a\n2;b\n")]
    public void Csv_NoUsableHeaderOrOpenQuote_IsRefused(string text) =>
        Assert.Throws<FeedException>(() => CsvRecords.Read(Utf8(text), "feed.csv", ';').ToList());

    [Fact]
    public void Csv_HugeRow_IsRefused() =>
        Assert.Throws<FeedException>(() => CsvRecords.Read(Utf8($"id;name\n1;{new string('x', 50_000_000)}\n"), "feed.csv", ';').ToList());

    private static IEnumerable<FeedRecord> Json(Stream stream, string path) =>
        JsonRecords.Read(stream, "feed.json", path.Length == 0 ? [] : new FieldPath(path).Segments);

    private static MemoryStream Utf8(string text) => new(Encoding.UTF8.GetBytes(text));

    private static List<string?> Ids(IEnumerable<FeedRecord> records) =>
        [.. records.Select(static record => record.Damage is null ? record.Text(Id) : $"bad {record.Number}")];

    private sealed class TrickleStream(byte[] content) : ReadOnlyStream
    {
        private int _position;

        public override int Read(Span<byte> buffer)
        {
            if (_position == content.Length || buffer.IsEmpty)
            {
                return 0;
            }

            buffer[0] = content[_position++];
            return 1;
        }
    }
}
