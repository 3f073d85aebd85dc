using System.Buffers.Binary;

namespace SpatialIndex.Fuzz;

/// <summary>Changes inputs as a fuzzer does, without its feedback: the same seed changes in the same way.</summary>
internal static class Mutation
{
    private const int MaxChanges = 6;
    private const int MaxBlock = 64;

    private static readonly long[] Awkward =
    [
        0, 1, -1, sbyte.MaxValue, sbyte.MinValue, short.MaxValue, short.MinValue, int.MaxValue, int.MinValue, long.MaxValue, long.MinValue,
        BitConverter.SingleToInt32Bits(float.NaN), BitConverter.SingleToInt32Bits(float.PositiveInfinity), BitConverter.DoubleToInt64Bits(double.NaN),
        BitConverter.DoubleToInt64Bits(double.PositiveInfinity), BitConverter.DoubleToInt64Bits(-1),
    ];

    /// <summary>An input with some changes.</summary>
    /// <param name="input">The input.</param>
    /// <param name="others">What may be put into it.</param>
    /// <param name="random">Decides.</param>
    public static byte[] Of(byte[] input, IReadOnlyList<byte[]> others, Random random)
    {
        List<byte> bytes = [.. input];
        for (int changes = random.Next(1, MaxChanges + 1); changes > 0; changes--)
        {
            Change(bytes, others, random);
        }

        return [.. bytes];
    }

    private static void Change(List<byte> bytes, IReadOnlyList<byte[]> others, Random random)
    {
        int place = random.Next(bytes.Count + 1);
        int left = bytes.Count - place;
        switch (random.Next(7))
        {
            case 0 when left > 0:
                bytes[place] ^= (byte)(1 << random.Next(8));
                break;
            case 1 when left > 0:
                bytes[place] = (byte)random.Next(256);
                break;
            case 2:
                Overwrite(bytes, place, Number(random));
                break;
            case 3:
                bytes.RemoveRange(place, Math.Min(left, random.Next(1, MaxBlock)));
                break;
            case 4:
                bytes.InsertRange(place, bytes.GetRange(place, Math.Min(left, random.Next(1, MaxBlock))));
                break;
            case 5:
                bytes.InsertRange(place, Block(others[random.Next(others.Count)], random));
                break;
            default:
                Overwrite(bytes, place, Block(others[random.Next(others.Count)], random));
                break;
        }
    }

    private static void Overwrite(List<byte> bytes, int place, ReadOnlySpan<byte> with)
    {
        for (int i = 0; i < with.Length && place + i < bytes.Count; i++)
        {
            bytes[place + i] = with[i];
        }
    }

    private static byte[] Number(Random random)
    {
        byte[] number = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(number, Awkward[random.Next(Awkward.Length)]);
        byte[] cut = number[..(1 << random.Next(4))];
        return random.Next(2) == 0 ? cut : [.. cut.Reverse()];
    }

    private static byte[] Block(byte[] from, Random random)
    {
        int start = random.Next(from.Length + 1);
        return from[start..Math.Min(from.Length, start + random.Next(1, MaxBlock))];
    }
}
