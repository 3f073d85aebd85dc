using System.Buffers;
using MessagePack;
using SpatialIndex.ServicePoints.Feeds;
using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Snapshots;

/// <summary>Packs points, the rests of their records into one block of memory.</summary>
internal static class PointPacker
{
    private const int UsualRestBytes = 160;

    /// <summary>The points packed, in their order.</summary>
    public static PackedPoint[] Pack(IReadOnlyList<ServicePoint> points)
    {
        var buffer = new ArrayBufferWriter<byte>(UsualRestBytes * Math.Max(1, points.Count));
        int[] ends = new int[points.Count];
        for (int i = 0; i < ends.Length; i++)
        {
            var writer = new MessagePackWriter(buffer);
            PointRecordCodec.WriteRest(ref writer, points[i]);
            writer.Flush();
            ends[i] = buffer.WrittenCount;
        }

        ReadOnlyMemory<byte> rests = buffer.WrittenSpan.ToArray();
        var classes = new ValuePool<PointClass>();
        var packed = new PackedPoint[ends.Length];
        int start = 0;
        for (int i = 0; i < ends.Length; i++)
        {
            ServicePoint point = points[i];
            packed[i] = new PackedPoint(
                point.Id,
                point.Position,
                classes.Share(new PointClass(point.Carrier.Code, point.CarrierShopType, point.GeneralShopType)),
                ServicePointId.KeyHash(point.Carrier.Code, point.CarrierServicePointId),
                point.Address.CountryCode,
                point.Carrier,
                point.OpeningTimes,
                point.RefreshedAt,
                point.VanishedAt,
                rests[start..ends[i]]);
            start = ends[i];
        }

        return packed;
    }
}
