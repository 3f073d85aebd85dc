using System.Buffers;
using MessagePack;
using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Snapshots;

/// <summary>Packs points, many to a buffer, on several threads.</summary>
internal static class PointPacker
{
    private const int PointsATask = 4096;

    /// <summary>The points packed, in their order.</summary>
    public static PackedPoint[] Pack(IReadOnlyList<ServicePoint> points, int maxThreads)
    {
        var packed = new PackedPoint[points.Count];
        Parallel.For(0, (points.Count + PointsATask - 1) / PointsATask, new ParallelOptions { MaxDegreeOfParallelism = maxThreads }, task =>
            Pack(points, packed, task * PointsATask, Math.Min(points.Count, (task + 1) * PointsATask)));
        return packed;
    }

    private static void Pack(IReadOnlyList<ServicePoint> points, PackedPoint[] packed, int start, int end)
    {
        var buffer = new ArrayBufferWriter<byte>(128 * (end - start));
        int[] ends = new int[end - start];
        for (int i = start; i < end; i++)
        {
            var writer = new MessagePackWriter(buffer);
            PointRecordCodec.WriteRest(ref writer, points[i]);
            writer.Flush();
            ends[i - start] = buffer.WrittenCount;
        }

        int position = 0;
        for (int i = start; i < end; i++)
        {
            ServicePoint point = points[i];
            packed[i] = new PackedPoint(
                point.Id,
                point.Position,
                new PointClass(point.Carrier.Code, point.CarrierShopType, point.GeneralShopType),
                ServicePointId.KeyHash(point.Carrier.Code, point.CarrierServicePointId),
                point.Carrier,
                point.OpeningTimes,
                point.RefreshedAt,
                point.VanishedAt,
                buffer.WrittenMemory[position..ends[i - start]]);
            position = ends[i - start];
        }
    }
}
