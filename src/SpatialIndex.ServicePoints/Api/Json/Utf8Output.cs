using System.Buffers;
using System.Buffers.Text;

namespace SpatialIndex.ServicePoints.Api.Json;

/// <summary>Puts UTF-8 together in a buffer writer. What is written must be flushed.</summary>
internal ref struct Utf8Output(IBufferWriter<byte> writer)
{
    private Span<byte> _free;
    private int _used;

    /// <summary>Makes room for so many bytes, whatever they are written by.</summary>
    public void Reserve(int size)
    {
        if (size > _free.Length - _used)
        {
            Flush();
            _free = writer.GetSpan(size);
        }
    }

    /// <summary>Writes bytes into room that was reserved.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(_free[_used..]);
        _used += bytes.Length;
    }

    /// <summary>Writes an integer, of at most 20 bytes, into room that was reserved.</summary>
    public void Write(long number)
    {
        Utf8Formatter.TryFormat(number, _free[_used..], out int written);
        _used += written;
    }

    public void Flush()
    {
        writer.Advance(_used);
        _free = default;
        _used = 0;
    }
}
