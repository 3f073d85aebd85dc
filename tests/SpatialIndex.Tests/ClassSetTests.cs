using FsCheck.Xunit;

namespace SpatialIndex.Tests;

[Properties(MaxTest = 300, Replay = "1021,2029")]
public sealed class ClassSetTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(64, 1)]
    [InlineData(65, 2)]
    [InlineData(150, 3)]
    [InlineData(KdTree.MaxClassCount, 1024)]
    public void New_AnyClassCount_HasOneWordForEvery64Begun(int classCount, int words)
    {
        ClassSet set = ClassSet.Of(classCount);

        Assert.Equal((classCount, words, true), (set.ClassCount, set.Words.Length, set.IsEmpty));
    }

    [Property]
    public void Of_AnyClasses_ContainsExactlyThem(int seed)
    {
        var random = new Random(seed);
        int classCount = random.Next(1, 300);
        int[] classes = [.. Enumerable.Range(0, random.Next(20)).Select(_ => random.Next(classCount))];

        ClassSet set = ClassSet.Of(classCount, classes);

        Assert.Equal(classes.Distinct().Order(), Enumerable.Range(-5, classCount + 70).Where(set.Contains));
        Assert.Equal(classes.Length == 0, set.IsEmpty);
    }

    [Property]
    public void Where_AnyPredicate_ContainsExactlyThoseAllowed(int seed)
    {
        var random = new Random(seed);
        int classCount = random.Next(300);
        bool[] allowed = [.. Enumerable.Range(0, classCount).Select(_ => random.Next(3) == 0)];

        ClassSet set = ClassSet.Where(classCount, number => allowed[number]);

        Assert.Equal(allowed, Enumerable.Range(0, classCount).Select(set.Contains));
        Assert.Equal(!allowed.Contains(true), set.IsEmpty);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(129)]
    public void Of_OneClass_SetsThatBitAlone(int classNumber)
    {
        ulong[] expected = [0, 0, 0];
        expected[classNumber / 64] = 1UL << (classNumber % 64);

        Assert.Equal(expected, ClassSet.Of(150, classNumber, classNumber).Words.ToArray());
    }

    /// <summary>Where there are more classes than bits in a node, classes of one remainder share a bit there.</summary>
    [Fact]
    public void Of_MoreClassesThanNodesTellApart_SharesTheirBits()
    {
        ClassSet set = ClassSet.Of(3_000, 5, 1_024 + 70, 2_999);

        Assert.Equal([5, 1_094, 2_999], Enumerable.Range(0, 3_000).Where(set.Contains));
        Assert.Equal([5, 1_094, 2_999], Bits(set.Words));
        Assert.Equal([5, 70, 951], Bits(set.NodeWords));
        Assert.Equal((47, 16), (set.Words.Length, set.NodeWords.Length));

        static int[] Bits(ReadOnlySpan<ulong> words)
        {
            ulong[] all = words.ToArray();
            return [.. Enumerable.Range(0, 64 * all.Length).Where(bit => (all[bit / 64] & 1UL << (bit % 64)) != 0)];
        }
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(150)]
    [InlineData(int.MinValue)]
    [InlineData(int.MaxValue)]
    public void Of_ClassOutOfRange_Throws(int classNumber)
    {
        var exception = Assert.Throws<ArgumentOutOfRangeException>(() => ClassSet.Of(150, 3, classNumber));

        Assert.Equal(("classes", classNumber), (exception.ParamName, exception.ActualValue));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(KdTree.MaxClassCount + 1)]
    public void New_ClassCountOutOfRange_Throws(int classCount)
    {
        Assert.Equal("classCount", Assert.Throws<ArgumentOutOfRangeException>(() => ClassSet.Of(classCount)).ParamName);
        Assert.Equal("classCount", Assert.Throws<ArgumentOutOfRangeException>(() => ClassSet.Where(classCount, _ => true)).ParamName);
    }

    [Fact]
    public void Where_Null_Throws() => Assert.Throws<ArgumentNullException>(() => ClassSet.Where(3, null!));

    [Theory]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    [InlineData(70)]
    [InlineData(int.MaxValue)]
    public void Contains_ClassOutOfRange_IsFalse(int classNumber) =>
        Assert.False(ClassSet.Where(70, _ => true).Contains(classNumber));
}
