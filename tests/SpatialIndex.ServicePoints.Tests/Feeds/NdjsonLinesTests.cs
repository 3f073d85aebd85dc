using SpatialIndex.ServicePoints.Feeds;

namespace SpatialIndex.ServicePoints.Tests.Feeds;

public class NdjsonLinesTests
{
    [Theory]
    [InlineData(10, 1_000, new[] { 256, 256, 256, 232 })]
    [InlineData(600_000, 5, new[] { 2, 2, 1 })]
    [InlineData(3_000_000, 2, new[] { 1, 1 })]
    public void Batches_LinesOfSomeLength_HoldFewLinesAndFewBytes(int length, int count, int[] expected) =>
        Assert.Equal(expected, NdjsonLines.Batches(Enumerable.Repeat(new NdjsonLine(1, new byte[length]), count)).Select(static batch => batch.Length));
}
