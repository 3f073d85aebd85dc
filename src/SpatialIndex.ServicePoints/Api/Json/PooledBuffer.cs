using System.Buffers;

namespace SpatialIndex.ServicePoints.Api.Json;

/// <summary>
/// A growing buffer of pooled memory, into which bodies are written again and again without allocating. Not safe to use from several
/// threads; what was written is gone once it is disposed, and must not be read any more.
/// </summary>
public sealed class PooledBuffer : IBufferWriter<byte>, IDisposable
{
    private const int LeastCapacity = 4_096;

    private byte[] _bytes = [];
    private int _written;

    /// <summary>What was written, valid until more is written.</summary>
    public ReadOnlySpan<byte> WrittenSpan => _bytes.AsSpan(0, _written);

    /// <inheritdoc cref="WrittenSpan"/>
    public ReadOnlyMemory<byte> WrittenMemory => _bytes.AsMemory(0, _written);

    /// <summary>Forgets what was written and keeps the memory.</summary>
    public void Clear() => _written = 0;

    /// <inheritdoc/>
    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, _bytes.Length - _written);
        _written += count;
    }

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Grow(sizeHint);
        return _bytes.AsMemory(_written);
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Grow(sizeHint);
        return _bytes.AsSpan(_written);
    }

    /// <summary>Gives the memory back to its pool.</summary>
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
