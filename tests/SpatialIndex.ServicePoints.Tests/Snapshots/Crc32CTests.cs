using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.ServicePoints.Tests.Snapshots;

public class Crc32CTests
{
    /// <summary>The check value of the CRC catalogue, and the vectors of RFC 3720, appendix B.4.</summary>
    [Fact]
    public void Compute_KnownVectors_MatchTheStandard()
    {
        Assert.Equal(0xE3069283u, Crc32C.Compute("123456789"u8));
        Assert.Equal(0x8A9136AAu, Crc32C.Compute(new byte[32]));
        Assert.Equal(0x62A8AB43u, Crc32C.Compute([.. Enumerable.Repeat((byte)0xff, 32)]));
        Assert.Equal(0u, Crc32C.Compute([]));
    }
}
