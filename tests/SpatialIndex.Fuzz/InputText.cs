using System.Text;

namespace SpatialIndex.Fuzz;

/// <summary>Inputs whose first line says how the rest is to be read.</summary>
internal static class InputText
{
    public static string Decode(ReadOnlySpan<byte> text) => Encoding.UTF8.GetString(text);

    /// <summary>The first line as text, and what follows it.</summary>
    public static string FirstLine(ReadOnlySpan<byte> input, out ReadOnlySpan<byte> rest)
    {
        int end = input.IndexOf((byte)'\n');
        rest = end < 0 ? default : input[(end + 1)..];
        return Decode(end < 0 ? input : input[..end]);
    }
}
