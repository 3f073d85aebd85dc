namespace SpatialIndex.Benchmarks.Sections;

/// <summary>What a peer costs at one size.</summary>
internal sealed record PeerGrowth(string Name, double BuildMilliseconds, double Bytes, double Nearest10Microseconds);
