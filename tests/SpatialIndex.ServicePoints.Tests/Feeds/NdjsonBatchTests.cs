using SpatialIndex.ServicePoints.Feeds.Records;

namespace SpatialIndex.ServicePoints.Tests.Feeds;

public class NdjsonBatchTests
{
    [Theory]
    [InlineData(10, 1_000, new[] { 256, 256, 256, 232 })]
    [InlineData(200_000, 5, new[] { 2, 2, 1 })]
    [InlineData(3_000_000, 2, new[] { 1, 1 })]
    public void Of_LinesOfSomeLength_HoldsFewLinesAndFewBytes(int length, int count, int[] expected)
    {
        var counts = new List<int>();
        foreach (NdjsonBatch batch in NdjsonBatch.Of(Enumerable.Repeat(new NdjsonLine(1, new byte[length]), count)))
        {
            using NdjsonBatch lent = batch;
            counts.Add(batch.Lines.Count);
        }

        Assert.Equal(expected, counts);
    }

    [Fact]
    public void Of_LinesThatShareTheirMemory_KeepsWhatEachWas()
    {
        byte[] memory = new byte[1];

        using NdjsonBatch batch = Assert.Single(NdjsonBatch.Of(Lines()));

        Assert.Equal(new byte?[] { 0, 1, null, 3 }, batch.Lines.Select(static line => line.Text?.Span[0]));

        IEnumerable<NdjsonLine> Lines()
        {
            for (byte i = 0; i < 4; i++)
            {
                memory[0] = i;
                yield return new NdjsonLine(i, i == 2 ? null : (ReadOnlyMemory<byte>?)memory);
            }
        }
    }
}
