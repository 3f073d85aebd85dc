using System.Text;

namespace SpatialIndex.ServicePoints.Geocoding.Building;

/// <summary>Texts in UTF-8, each once and after its length as two bytes.</summary>
internal sealed class TextColumn
{
    private const int MaxLength = 1_000;

    private readonly List<byte> _bytes = [];
    private readonly Dictionary<string, int> _offsets = new(StringComparer.Ordinal);

    /// <summary>Where a text stands, which is added when it is new.</summary>
    public int Add(string text)
    {
        if (!_offsets.TryGetValue(text, out int offset))
        {
            offset = _bytes.Count;
            byte[] bytes = Encoding.UTF8.GetBytes(text.Length > MaxLength ? text[..MaxLength] : text);
            _bytes.AddRange(BitConverter.GetBytes((ushort)bytes.Length));
            _bytes.AddRange(bytes);
            _offsets.Add(text, offset);
        }

        return offset;
    }

    public byte[] ToArray() => [.. _bytes];
}
