using System.Diagnostics;

namespace SpatialIndex.Benchmarks;

/// <summary>This program once more, and the repository it was built in.</summary>
internal static class OwnProgram
{
    /// <summary>The folder of the solution.</summary>
    /// <exception cref="InvalidOperationException">This runs somewhere else.</exception>
    public static string RepositoryRoot { get; } = FindRoot();

    /// <summary>How to start this program with these arguments.</summary>
    public static ProcessStartInfo Start(params string[] arguments) =>
        new("dotnet", [Path.Combine(AppContext.BaseDirectory, "SpatialIndex.Benchmarks.dll"), .. arguments]);

    private static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "SpatialIndex.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("The benchmarks do not run inside the repository.");
    }
}
