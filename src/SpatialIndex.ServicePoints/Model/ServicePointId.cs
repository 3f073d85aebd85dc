using System.IO.Hashing;
using System.Text;

namespace SpatialIndex.ServicePoints.Model;

/// <summary>Ids of points whose feed gives none.</summary>
public static class ServicePointId
{
    /// <summary>The greatest derived id, 2⁵³ − 1: the largest integer that JavaScript holds exactly.</summary>
    private const long MaxDerived = (1L << 53) - 1;

    /// <summary>
    /// The id of a carrier's point: the lowest 53 bits of the XXH3-64 hash (seed 0) of the UTF-8 text
    /// <c>carrier code, NUL, carrier's identifier</c>; 1 where that is 0. The same for ever, on every machine.
    /// </summary>
    public static long Derive(string carrierCode, string carrierServicePointId) =>
        Math.Max(1, (long)(KeyHash(carrierCode, carrierServicePointId) & MaxDerived));

    internal static ulong KeyHash(string carrierCode, string carrierServicePointId)
    {
        const int MaxOnStack = 256;
        int most = Encoding.UTF8.GetMaxByteCount(carrierCode.Length) + 1 + Encoding.UTF8.GetMaxByteCount(carrierServicePointId.Length);
        Span<byte> key = most <= MaxOnStack ? stackalloc byte[MaxOnStack] : new byte[most];
        int length = Encoding.UTF8.GetBytes(carrierCode, key);
        key[length++] = 0;
        length += Encoding.UTF8.GetBytes(carrierServicePointId, key[length..]);
        return XxHash3.HashToUInt64(key[..length]);
    }
}
