namespace SpatialIndex.ServicePoints.Feeds;

/// <summary>Does the same work on item after item on several threads and gives the outcomes in the order of the items.</summary>
internal static class OrderedWork
{
    /// <summary>The outcomes, of which no more than a few a thread are worked out ahead. What the work throws is thrown in its place, once no work is under way any more.</summary>
    /// <param name="items">Read by the caller's thread.</param>
    /// <param name="work">Called by several threads at once.</param>
    /// <param name="threads">How many of them.</param>
    public static IEnumerable<TResult> Run<TItem, TResult>(IEnumerable<TItem> items, Func<TItem, TResult> work, int threads)
    {
        var underWay = new Queue<Task<TResult>>();
        try
        {
            foreach (TItem item in items)
            {
                underWay.Enqueue(Task.Run(() => work(item)));
                if (underWay.Count > 2 * threads)
                {
                    yield return underWay.Dequeue().GetAwaiter().GetResult();
                }
            }

            while (underWay.TryDequeue(out Task<TResult>? next))
            {
                yield return next.GetAwaiter().GetResult();
            }
        }
        finally
        {
            // Who gives up, because of an exception or early, may let go of what the work reads.
            Task.WhenAll(underWay).ContinueWith(static _ => { }, TaskScheduler.Default).Wait();
        }
    }
}
