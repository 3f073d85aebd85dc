namespace SpatialIndex.Benchmarks.SideBySide;

/// <summary>A set as files, for programs that read it; they are deleted when this is disposed.</summary>
internal sealed class DatasetFiles : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("spatialindex-set-");

    public DatasetFiles(Dataset data)
    {
        Path = System.IO.Path.Combine(_folder.FullName, data.Name);
        data.Write(Path);
    }

    /// <summary>The path of the files without their endings.</summary>
    public string Path { get; }

    public void Dispose() => _folder.Delete(recursive: true);
}
