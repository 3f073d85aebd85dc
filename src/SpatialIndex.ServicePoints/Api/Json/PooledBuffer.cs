using System.Buffers;

namespace SpatialIndex.ServicePoints.Api.Json;

/// <summary>A growing buffer of pooled memory. Not safe to use from several threads; what was written is gone once it is disposed.</summary>
internal sealed class PooledBuffer : IBufferWriter<byte>, IDisposable
{
    private const int LeastCapacity = 4_096;

    private byte[] _bytes = [];
    private int _written;

    public ReadOnlySpan<byte> WrittenSpan => _bytes.AsSpan(0, _written);

    public ReadOnlyMemory<byte> WrittenMemory => _bytes.AsMemory(0, _written);

    public void Clear() => _written = 0;

    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, _bytes.Length - _written);
        _written += count;
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Grow(sizeHint);
        return _bytes.AsMemory(_written);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Grow(sizeHint);
        return _bytes.AsSpan(_written);
    }

    public void Dispose()
    {
        Return();
        _bytes = [];
        _written = 0;
    }

    private void Grow(int sizeHint)
    {
        if (Math.Max(1, sizeHint) > _bytes.Length - _written)
        {
            int needed = checked(_written + Math.Max(1, sizeHint));
            byte[] larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(Array.MaxLength, Math.Max(Math.Max(LeastCapacity, needed), 2L * _bytes.Length)));
            WrittenSpan.CopyTo(larger);
            Return();
            _bytes = larger;
        }
    }

    private void Return()
    {
        if (_bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
        }
    }
}
