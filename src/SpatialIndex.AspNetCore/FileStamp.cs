namespace SpatialIndex.AspNetCore;

/// <summary>Tells one state of a file from another: a file renamed over it has another stamp.</summary>
internal readonly record struct FileStamp(string Path, DateTime WrittenAt, long Length)
{
    /// <summary>The state of a file; with a length of -1 where there is none.</summary>
    public static FileStamp Of(string path)
    {
        var file = new FileInfo(path);
        return file.Exists ? new(path, file.LastWriteTimeUtc, file.Length) : new(path, default, -1);
    }
}
