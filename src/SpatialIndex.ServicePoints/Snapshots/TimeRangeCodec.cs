using System.Collections.Immutable;
using MessagePack;
using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Snapshots;

/// <summary>The ranges of a day as one flat array: start and end of each in minutes after midnight.</summary>
internal static class TimeRangeCodec
{
    public static void Write(ref MessagePackWriter writer, ImmutableArray<TimeRange> ranges)
    {
        writer.WriteArrayHeader(2 * ranges.Length);
        foreach (TimeRange range in ranges)
        {
            writer.Write(range.StartMinute);
            writer.Write(range.EndMinute);
        }
    }

    public static ImmutableArray<TimeRange> Read(ref MessagePackReader reader)
    {
        int length = reader.ReadArrayHeader();
        if (length % 2 != 0)
        {
            throw new InvalidDataException("a day has a start without an end");
        }

        var ranges = ImmutableArray.CreateBuilder<TimeRange>(length / 2);
        for (int i = 0; i < length; i += 2)
        {
            int start = reader.ReadInt32();
            int end = reader.ReadInt32();
            if (start is < 0 or >= TimeRange.MinutesPerDay || end is < 0 or > TimeRange.MinutesPerDay)
            {
                throw new InvalidDataException("a time of day is out of range");
            }

            ranges.Add(new TimeRange(start, end));
        }

        return ranges.MoveToImmutable();
    }
}
