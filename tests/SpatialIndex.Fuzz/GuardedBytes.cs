using System.Buffers;
using System.Runtime.InteropServices;

namespace SpatialIndex.Fuzz;

/// <summary>
/// Bytes that end where the memory of the process does: on Linux a page that must not be touched follows the last, so that reading
/// behind them is not survived. Elsewhere they are an array.
/// </summary>
internal sealed unsafe partial class GuardedBytes : MemoryManager<byte>
{
    private const int None = 0;
    private const int ReadWrite = 3;
    private const int PrivateAnonymous = 0x22;

    private readonly byte* _start;
    private readonly byte* _pages;
    private readonly nuint _length;
    private readonly int _count;

    public GuardedBytes(ReadOnlySpan<byte> content)
    {
        _count = content.Length;
        if (!OperatingSystem.IsLinux())
        {
            _length = (nuint)_count;
            _pages = _start = (byte*)NativeMemory.Alloc(_length);
        }
        else
        {
            nuint page = (nuint)Environment.SystemPageSize;
            nuint room = ((nuint)_count + page - 1) / page * page;
            _length = room + (2 * page);
            _pages = Map(null, _length, None, PrivateAnonymous, -1, 0);
            if (_pages == (byte*)-1 || (room > 0 && Protect(_pages + page, room, ReadWrite) != 0))
            {
                throw new InvalidOperationException("There is no memory to guard.");
            }

            _start = _pages + page + room - _count;
        }

        content.CopyTo(GetSpan());
    }

    public override Span<byte> GetSpan() => new(_start, _count);

    public override MemoryHandle Pin(int elementIndex = 0) => new(_start + elementIndex);

    public override void Unpin()
    {
    }

    protected override void Dispose(bool disposing)
    {
        if (OperatingSystem.IsLinux())
        {
            _ = Unmap(_pages, _length);
        }
        else
        {
            NativeMemory.Free(_pages);
        }
    }

    [LibraryImport("libc", EntryPoint = "mmap")]
    private static partial byte* Map(void* address, nuint length, int protection, int flags, int file, nint offset);

    [LibraryImport("libc", EntryPoint = "mprotect")]
    private static partial int Protect(byte* address, nuint length, int protection);

    [LibraryImport("libc", EntryPoint = "munmap")]
    private static partial int Unmap(byte* address, nuint length);
}
