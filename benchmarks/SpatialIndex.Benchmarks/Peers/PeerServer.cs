using System.Globalization;
using SpatialIndex.Benchmarks.SideBySide;

namespace SpatialIndex.Benchmarks.Peers;

/// <summary>Our tree as a peer in a process of its own, to be started under other settings.</summary>
internal static class PeerServer
{
    /// <param name="datasetPath">The set without the endings of its files.</param>
    public static void Run(string datasetPath)
    {
        using var contender = new PeerContender(Peer.Ours, Dataset.Read(datasetPath));
        Console.WriteLine(PeerProtocol.Greeting(contender));
        while (Console.ReadLine() is { } line)
        {
            (string verb, Operation operation, int queryCount) = PeerProtocol.ReadRequest(line);
            double answer = verb == PeerProtocol.Time ? contender.Time(operation, queryCount) : contender.Checksum(operation, queryCount);
            Console.WriteLine(answer.ToString(CultureInfo.InvariantCulture));
        }
    }
}
