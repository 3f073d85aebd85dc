using FsCheck.Xunit;

namespace SpatialIndex.Tests;

[Properties(MaxTest = 500, Replay = "1039,2063")]
public sealed class NeighborHeapTests
{
    [Property]
    public void Sort_AnyOffers_GivesTheFirstInOrder(int seed)
    {
        var random = new Random(seed);
        int room = random.Next(1, 40);

        // Few distances, so that many ties are decided by id.
        Neighbor[] offers = [.. Enumerable.Range(0, random.Next(200)).Select(i => new Neighbor(random.NextInt64(), i, random.Next(10)))];
        var items = new Neighbor[room];
        var heap = new NeighborHeap(items);
        foreach (Neighbor offer in offers)
        {
            heap.Offer(offer);
        }

        int count = heap.Sort();

        Assert.Equal(offers.OrderBy(offer => offer.DistanceMeters).ThenBy(offer => offer.Id).Take(room), items[..count]);
    }

    [Fact]
    public void Offer_WhenFull_KeepsOnlyWhatComesBeforeTheLast()
    {
        var heap = new NeighborHeap(new Neighbor[2]);
        Assert.False(heap.IsFull);
        Assert.True(heap.Offer(new Neighbor(5, 0, 10)));
        Assert.True(heap.Offer(new Neighbor(3, 0, 20)));
        Assert.True(heap.IsFull);
        Assert.Equal(3, heap.Last.Id);

        Assert.False(heap.Offer(new Neighbor(4, 0, 20)));
        Assert.False(heap.Offer(new Neighbor(3, 0, 20)));
        Assert.True(heap.Offer(new Neighbor(2, 0, 20)));
        Assert.Equal(2, heap.Last.Id);
    }

    [Fact]
    public void New_NoRoom_IsFullAndEmpty()
    {
        var heap = new NeighborHeap([]);

        Assert.True(heap.IsFull);
        Assert.Equal(0, heap.Sort());
    }
}
