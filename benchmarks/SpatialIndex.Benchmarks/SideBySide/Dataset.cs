using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;

namespace SpatialIndex.Benchmarks.SideBySide;

/// <summary>
/// Points, their attributes and queries as the generator of the peers' harness writes them: NAME.points.bin and
/// NAME.queries.bin (int32 count, then latitude and longitude as float64), NAME.attrs.bin (carrier, type, expired; a byte each).
/// </summary>
internal sealed class Dataset
{
    public const int TypeCount = 4;
    public const int CarrierCount = 40;

    /// <summary>The most queries of a set that are asked.</summary>
    public const int MaxQueries = 20_000;

    public Dataset(string name, GeoPoint[] points, byte[] attributes, GeoPoint[] queries)
    {
        Name = name;
        Points = points;
        Attributes = attributes;
        AllQueries = queries;
        Queries = queries[..Math.Min(MaxQueries, queries.Length)];
    }

    public string Name { get; }

    /// <summary>The name and the number of points.</summary>
    public string Title => string.Create(CultureInfo.InvariantCulture, $"{Name}, {Points.Length:n0}");

    public GeoPoint[] Points { get; }

    public byte[] Attributes { get; }

    public GeoPoint[] Queries { get; }

    /// <summary>As many as there are.</summary>
    public GeoPoint[] AllQueries { get; }

    /// <summary>Reads a set by its path without the endings.</summary>
    public static Dataset Read(string path)
    {
        byte[] attributes = File.ReadAllBytes($"{path}.attrs.bin");
        GeoPoint[] points = ReadPoints($"{path}.points.bin");
        return attributes.Length == 3 * points.Length
            ? new Dataset(Path.GetFileName(path), points, attributes, ReadPoints($"{path}.queries.bin"))
            : throw new InvalidDataException($"{path}.attrs.bin does not have three bytes a point.");
    }

    /// <summary>Writes the files that <see cref="Read"/> reads.</summary>
    public void Write(string path)
    {
        WritePoints($"{path}.points.bin", Points);
        WritePoints($"{path}.queries.bin", AllQueries);
        File.WriteAllBytes($"{path}.attrs.bin", Attributes);
    }

    public static int ClassOf(int carrier, int type) => (carrier * TypeCount) + type;

    public KdTree BuildTree() => ToBuilder().Build();

    /// <summary>Ids are the points' numbers; expired ones have the expiry 0, others 1.</summary>
    public KdTreeBuilder ToBuilder()
    {
        var builder = new KdTreeBuilder(CarrierCount * TypeCount);
        for (int i = 0; i < Points.Length; i++)
        {
            builder.Add(i, Points[i], ClassOf(Attributes[3 * i], Attributes[(3 * i) + 1]), expiry: 1 - Attributes[(3 * i) + 2]);
        }

        return builder;
    }

    private static GeoPoint[] ReadPoints(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        int count = BinaryPrimitives.ReadInt32LittleEndian(bytes);
        ReadOnlySpan<double> degrees = MemoryMarshal.Cast<byte, double>(bytes.AsSpan(sizeof(int)));
        var points = new GeoPoint[count];
        for (int i = 0; i < count; i++)
        {
            points[i] = new GeoPoint { Latitude = degrees[2 * i], Longitude = degrees[(2 * i) + 1] };
        }

        return points;
    }

    private static void WritePoints(string path, GeoPoint[] points)
    {
        using FileStream file = File.Create(path);
        byte[] buffer = new byte[2 * sizeof(double)];
        BinaryPrimitives.WriteInt32LittleEndian(buffer, points.Length);
        file.Write(buffer, 0, sizeof(int));
        foreach (GeoPoint point in points)
        {
            BinaryPrimitives.WriteDoubleLittleEndian(buffer, point.Latitude);
            BinaryPrimitives.WriteDoubleLittleEndian(buffer.AsSpan(sizeof(double)), point.Longitude);
            file.Write(buffer);
        }
    }
}
