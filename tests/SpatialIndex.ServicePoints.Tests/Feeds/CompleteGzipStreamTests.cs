using SpatialIndex.ServicePoints.Feeds;
using SpatialIndex.ServicePoints.Feeds.Records;

namespace SpatialIndex.ServicePoints.Tests.Feeds;

public class CompleteGzipStreamTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100_000)]
    [InlineData(1_000_000)]
    public void Read_WholeFile_GivesItsContent(int length)
    {
        byte[] content = Content(length);

        Assert.Equal(content, Decompress(TestFolder.Gzip(content)));
    }

    [Fact]
    public void Read_SeveralMembers_GivesAllOfThem()
    {
        byte[] content = Content(5_000);

        Assert.Equal([.. content, .. content], Decompress([.. TestFolder.Gzip(content), .. TestFolder.Gzip(content)]));
    }

    [Fact]
    public void Read_CutAnywhere_IsRefused()
    {
        byte[] whole = TestFolder.Gzip(Content(3_000));

        for (int length = 2; length < whole.Length; length++)
        {
            Assert.Throws<FeedException>(() => Decompress(whole[..length]));
        }
    }

    [Fact]
    public void Read_DamagedByte_IsRefusedOrHarmless()
    {
        byte[] content = Content(3_000);
        byte[] whole = TestFolder.Gzip(content);

        for (int i = 0; i < whole.Length; i++)
        {
            byte[] damaged = [.. whole];
            damaged[i] ^= 0x10;
            try
            {
                Assert.Equal(content, Decompress(damaged));
            }
            catch (FeedException)
            {
                // Refused, as it should be where the damage matters.
            }
        }
    }

    private static byte[] Content(int length)
    {
        byte[] content = new byte[length];
        new Random(1).NextBytes(content.AsSpan(0, length / 2));
        return content;
    }

    private static byte[] Decompress(byte[] compressed)
    {
        using var stream = new CompleteGzipStream(new MemoryStream(compressed), "feed.gz");
        var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
