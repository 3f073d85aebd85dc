namespace SpatialIndex.ServicePoints.Snapshots;

/// <summary>A snapshot file is refused: it is damaged, cut off, of a newer version or no snapshot at all. The message is one line that names the section.</summary>
public sealed class SnapshotException : Exception
{
    /// <summary>Makes the exception.</summary>
    public SnapshotException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception with its cause.</summary>
    public SnapshotException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
