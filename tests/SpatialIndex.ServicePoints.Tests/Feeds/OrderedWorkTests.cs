using SpatialIndex.ServicePoints.Feeds;

namespace SpatialIndex.ServicePoints.Tests.Feeds;

public class OrderedWorkTests
{
    [Fact]
    public void Run_WorkThatThrows_WaitsForWhatIsUnderWay()
    {
        using var begun = new ManualResetEventSlim();
        bool hasEnded = false;

        Assert.Throws<InvalidOperationException>(() => OrderedWork.Run([0, 1], Work, 2).ToList());

        Assert.True(Volatile.Read(ref hasEnded));

        int Work(int item)
        {
            if (item == 0)
            {
                begun.Wait();
                throw new InvalidOperationException();
            }

            begun.Set();
            Thread.SpinWait(10_000_000);
            Volatile.Write(ref hasEnded, true);
            return item;
        }
    }

    [Fact]
    public void Run_ManyItems_GivesTheOutcomesInTheOrderOfTheItems() =>
        Assert.Equal(Enumerable.Range(0, 1_000).Select(static i => i * i), OrderedWork.Run(Enumerable.Range(0, 1_000), static i => i * i, threads: 3));

    [Fact]
    public void Run_WorkThatThrows_ThrowsTheSameInItsPlace()
    {
        using IEnumerator<int> outcomes = OrderedWork.Run(
            Enumerable.Range(0, 10), static i => i == 3 ? throw new FeedException("three") : i, threads: 2).GetEnumerator();

        Assert.True(outcomes.MoveNext() && outcomes.MoveNext() && outcomes.MoveNext());
        Assert.Equal("three", Assert.Throws<FeedException>(() => outcomes.MoveNext()).Message);
    }

    [Fact]
    public void Run_OutcomesNotTaken_DoesNotReadAhead()
    {
        int read = 0;
        using IEnumerator<int> outcomes = OrderedWork.Run(Items(), static i => i, threads: 2).GetEnumerator();

        outcomes.MoveNext();

        Assert.Equal(5, read);

        IEnumerable<int> Items()
        {
            while (true)
            {
                yield return ++read;
            }
        }
    }
}
