namespace SpatialIndex.Fuzz;

/// <summary>The files that inputs are read from, in a folder of this process. One target at a time.</summary>
internal static class Scratch
{
    private static readonly Lazy<TestFolder> Folder = new(() =>
    {
        var folder = new TestFolder();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Dispose();
        return folder;
    });

    public static string PathOf(string name) => Folder.Value[name];

    public static string Write(string name, ReadOnlySpan<byte> content)
    {
        File.WriteAllBytes(PathOf(name), content);
        return PathOf(name);
    }
}
