using System.Buffers;

namespace SpatialIndex.ServicePoints.Snapshots;

/// <summary>A part of a mapped file as memory. It keeps the file object alive but does not keep it mapped: that is what leases are for.</summary>
internal sealed unsafe class MappedMemory<T>(MappedFile file, T* start, int length) : MemoryManager<T>
    where T : unmanaged
{
    private readonly MappedFile _file = file;

    public override Span<T> GetSpan()
    {
        GC.KeepAlive(_file);
        return new Span<T>(start, length);
    }

    public override MemoryHandle Pin(int elementIndex = 0)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)elementIndex, (uint)length);
        return new MemoryHandle(start + elementIndex);
    }

    public override void Unpin()
    {
    }

    protected override void Dispose(bool disposing)
    {
    }
}
