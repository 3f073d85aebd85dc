namespace SpatialIndex.ServicePoints.Tests;

/// <summary>Files beside the code: the repository's own and the shared ones, which are not redistributed.</summary>
public static class Repository
{
    private static readonly string Root = FindRoot();

    public static string SharedPath => Path.GetFullPath(Path.Combine(Root, "..", "shared"));

    public static string File(string name) => Path.Combine(Root, name);

    public static string Sample(string name) => File($"data/{name}");

    /// <summary>A file of the folder <c>shared</c> beside the checkout; skips the test where there is no such folder.</summary>
    public static string Shared(string name)
    {
        Skip.IfNot(Directory.Exists(SharedPath), $"The carriers' files may not be redistributed and lie in {SharedPath}, which does not exist here.");
        return Path.Combine(SharedPath, name);
    }

    private static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !System.IO.File.Exists(Path.Combine(folder, "SpatialIndex.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
