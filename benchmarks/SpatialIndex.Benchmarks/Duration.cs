namespace SpatialIndex.Benchmarks;

/// <summary>How long something took.</summary>
/// <param name="Clock">What passed on the clock.</param>
/// <param name="Processor">
/// For how long the threads of this process had a processor: what one thread needs on a machine that does nothing else, and little more on a
/// busy one.
/// </param>
internal readonly record struct Duration(TimeSpan Clock, TimeSpan Processor);
