using System.IO.MemoryMappedFiles;
using Microsoft.Win32.SafeHandles;

namespace SpatialIndex.ServicePoints.Snapshots;

/// <summary>
/// A file mapped into memory for reading. It stays mapped until it is disposed and the last lease has ended, so that a reader
/// never sees it vanish.
/// </summary>
internal sealed unsafe class MappedFile : IDisposable
{
    private readonly MemoryMappedFile _file;
    private readonly SafeMemoryMappedViewHandle _view;
    private readonly byte* _start;
    private int _disposed;

    private MappedFile(FileStream stream)
    {
        try
        {
            Length = stream.Length;
            _file = MemoryMappedFile.CreateFromFile(stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: false);
            MemoryMappedViewAccessor accessor = _file.CreateViewAccessor(0, Length, MemoryMappedFileAccess.Read);
            _view = accessor.SafeMemoryMappedViewHandle;
            byte* pointer = null;
            _view.AcquirePointer(ref pointer);
            _start = pointer + accessor.PointerOffset;
        }
        catch
        {
            // The finalizer of what was never mapped would find nothing to let go of, and end the process.
            GC.SuppressFinalize(this);
            _file?.Dispose();
            stream.Dispose();
            throw;
        }
    }

    ~MappedFile() => Release();

    /// <summary>The length of the file in bytes.</summary>
    public long Length { get; }

    /// <summary>Maps a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="kind">What it is to be, for messages.</param>
    /// <param name="leastLength">No such file is shorter; 1 byte or more.</param>
    /// <exception cref="InvalidDataException">It is a directory or a pipe, or too short.</exception>
    /// <exception cref="IOException">It cannot be opened or mapped.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static MappedFile Open(string path, string kind, int leastLength)
    {
        if (Directory.Exists(path))
        {
            throw new InvalidDataException($"is a directory, not a {kind} file.");
        }

        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        string? problem = !stream.CanSeek ? $"is a pipe or a device; a {kind} is read in place, so write it to a file first."
            : stream.Length < leastLength ? $"the file is too short to be a {kind}."
            : null;
        if (problem is not null)
        {
            stream.Dispose();
            throw new InvalidDataException(problem);
        }

        return new MappedFile(stream);
    }

    /// <summary>Keeps the file mapped until the lease is disposed.</summary>
    /// <exception cref="ObjectDisposedException">The file was disposed.</exception>
    public MappedFileLease Lease() => new(_view);

    /// <summary>A part of the file, to be used under a lease.</summary>
    /// <exception cref="InvalidDataException">The part does not lie in the file, is not aligned or holds no whole number of items.</exception>
    public ReadOnlyMemory<T> Slice<T>(long offset, long length)
        where T : unmanaged
    {
        if (offset < 0 || length < 0 || offset > Length || length > Length - offset)
        {
            throw new InvalidDataException("it lies outside the file");
        }

        // What an item is aligned to divides its size and is a power of two.
        int alignment = sizeof(T) & -sizeof(T);
        if (offset % alignment != 0 || length % sizeof(T) != 0 || length / sizeof(T) > Array.MaxLength)
        {
            throw new InvalidDataException("its place or length does not fit its items");
        }

        return length == 0 ? default : new MappedMemory<T>(this, (T*)(_start + offset), (int)(length / sizeof(T))).Memory;
    }

    public void Dispose()
    {
        Release();
        GC.SuppressFinalize(this);
    }

    private void Release()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            _view.ReleasePointer();
            _view.Dispose();
            _file.Dispose();
        }
    }
}
