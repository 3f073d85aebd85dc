using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SpatialIndex.ServicePoints.Snapshots;

/// <summary>
/// The CRC-32C checksum (Castagnoli polynomial, RFC 3720, section 12.1): finds every damage that lies within 32 bits, so every
/// damaged byte, and all but one in four thousand million others.
/// </summary>
internal static class Crc32C
{
    /// <summary>Compiled at once to its fastest form: it runs over megabytes when a process has just started.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static uint Compute(ReadOnlySpan<byte> data)
    {
        uint crc = uint.MaxValue;
        foreach (ulong word in MemoryMarshal.Cast<byte, ulong>(data))
        {
            crc = BitOperations.Crc32C(crc, word);
        }

        foreach (byte last in data[(data.Length & ~7)..])
        {
            crc = BitOperations.Crc32C(crc, last);
        }

        return ~crc;
    }
}
