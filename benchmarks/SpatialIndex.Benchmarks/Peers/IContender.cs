using SpatialIndex.Benchmarks.SideBySide;

namespace SpatialIndex.Benchmarks.Peers;

/// <summary>A peer that holds a set, in this process or in one of its own, and is timed by passes over the set's queries.</summary>
internal interface IContender : IDisposable
{
    string Name { get; }

    /// <summary>The processor time that it took to build from the points of the set.</summary>
    double BuildMilliseconds { get; }

    /// <summary>What it keeps: index, positions, classes and expiries.</summary>
    double Bytes { get; }

    /// <summary>
    /// Asks the first queries one after the other; returns the nanoseconds of one in which the process has a processor: on a machine that does
    /// nothing else, what passes on the clock.
    /// </summary>
    double Time(Operation operation, int queryCount);

    /// <summary>
    /// What the answers to the first queries come to: the sum of the metres to the last result of each, or of a box's results.
    /// Exact peers agree to the millimetre.
    /// </summary>
    double Checksum(Operation operation, int queryCount);
}
