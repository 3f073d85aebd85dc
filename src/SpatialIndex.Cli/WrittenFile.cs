namespace SpatialIndex.Cli;

/// <summary>A file that a command writes must be none that it reads, and none that it writes as well, by whatever name.</summary>
internal static class WrittenFile
{
    /// <summary>Refuses to write over what is read.</summary>
    /// <param name="written">The file to write.</param>
    /// <param name="read">The files that are read; those that are null are not given.</param>
    /// <exception cref="UsageException">It is one of those.</exception>
    public static void RefuseAmong(string written, params IEnumerable<string?> read)
    {
        if (read.Any(path => path is not null && AreSame(path, written)))
        {
            throw new UsageException($"{written} would be read and overwritten.");
        }
    }

    /// <summary>Refuses to write a file twice.</summary>
    /// <param name="first">A file to write.</param>
    /// <param name="second">Another file to write.</param>
    /// <exception cref="UsageException">They are the same.</exception>
    public static void RefuseTwice(string first, string second)
    {
        if (AreSame(first, second))
        {
            throw new UsageException($"{first} would be written twice.");
        }
    }

    private static bool AreSame(string path, string other) => Resolve(path) == Resolve(other);

    /// <summary>The path without links, neither in its folders nor at its end.</summary>
    private static string Resolve(string path)
    {
        string full = Path.GetFullPath(path);
        if (Path.GetDirectoryName(full) is not { } folder)
        {
            return full;
        }

        string named = Path.Combine(Resolve(folder), Path.GetFileName(full));
        return Path.Exists(named) && File.ResolveLinkTarget(named, returnFinalTarget: true) is { } target ? Resolve(target.FullName) : named;
    }
}
