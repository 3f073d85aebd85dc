using Microsoft.Win32.SafeHandles;

namespace SpatialIndex.ServicePoints.Snapshots;

/// <summary>Keeps a mapped file in memory for as long as it is held; ends once, by being disposed.</summary>
internal readonly ref struct MappedFileLease
{
    private readonly SafeMemoryMappedViewHandle _view;

    public MappedFileLease(SafeMemoryMappedViewHandle view)
    {
        bool success = false;
        view.DangerousAddRef(ref success);
        _view = view;
    }

    public void Dispose() => _view?.DangerousRelease();
}
