namespace SpatialIndex.Tests;

public class ClassRunsTests
{
    /// <summary>The smallest classes have a run as long as all runs together hold a tenth of the points; those of one size all have one or none.</summary>
    [Theory]
    [InlineData(0, 100)]
    [InlineData(10, 10, 90)]
    [InlineData(0, 11, 89)]
    [InlineData(4, 1, 1, 2, 96)]
    [InlineData(4, 96, 2, 1, 1)]
    [InlineData(0, 6, 6, 88)]
    [InlineData(10, 5, 5, 90)]
    [InlineData(2, 2, 6, 6, 86)]
    [InlineData(32_768, 32_768, 367_232)]
    [InlineData(0, 32_769, 367_231)]
    [InlineData(3, 3, 32_769, 367_228)]
    public void Length_Classes_IsThatOfTheSmallest(int expected, params int[] counts)
    {
        ushort[] classes = [.. counts.SelectMany(static (count, number) => Enumerable.Repeat((ushort)number, count))];

        Assert.Equal(expected, ClassRuns.Length(classes, counts.Length));
    }
}
