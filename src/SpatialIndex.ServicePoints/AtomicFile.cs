namespace SpatialIndex.ServicePoints;

/// <summary>Writes files that appear whole or not at all.</summary>
public static class AtomicFile
{
    private const string TemporaryExtension = ".tmp";

    /// <summary>
    /// Writes to a temporary file in the same folder, flushes it to disk and renames it over the target. When anything fails
    /// the temporary file is removed and the target is as it was. What a process that was killed left behind is removed as well; what
    /// another one is writing at the time is let be.
    /// </summary>
    /// <param name="path">The target; its folder must exist.</param>
    /// <param name="write">Writes the content.</param>
    /// <param name="mode">Who may read and write the file, where there are such modes; null for what is usual in the process.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder or the target does not allow it.</exception>
    public static void Write(string path, Action<Stream> write, UnixFileMode? mode = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(write);
        string target = Path.GetFullPath(path);
        if (Directory.Exists(target))
        {
            throw new IOException($"{path} is a directory");
        }

        string folder = Path.GetDirectoryName(target)!;
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"{path}: the folder does not exist");
        }

        if (!OperatingSystem.IsWindows() && target.StartsWith("/dev/", StringComparison.Ordinal))
        {
            throw new IOException($"{path}: is a device, which a file would replace");
        }

        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.Delete, BufferSize = 1 << 20 };
        if (mode is not null && !OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = mode;
        }

        string prefix = $".{Path.GetFileName(target)}.";
        RemoveAbandoned(folder, prefix);
        string temporary = Path.Combine(folder, $"{prefix}{Guid.NewGuid():N}{TemporaryExtension}");
        try
        {
            // Open until it is renamed: that is how others see that it is not abandoned.
            using var stream = new FileStream(temporary, options);
            write(stream);
            stream.Flush(flushToDisk: true);
            File.Move(temporary, target, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    /// <summary>Removes the temporary files that can be opened for oneself, so that no process is writing them.</summary>
    private static void RemoveAbandoned(string folder, string prefix)
    {
        var ofTarget = new EnumerationOptions { MatchCasing = MatchCasing.CaseSensitive, AttributesToSkip = FileAttributes.None };
        foreach (string file in Directory.EnumerateFiles(folder, "*" + TemporaryExtension, ofTarget).Where(IsTemporary))
        {
            try
            {
                using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // Another process is writing it, or has just renamed it.
            }
        }

        bool IsTemporary(string file)
        {
            string name = Path.GetFileName(file);
            return name.StartsWith(prefix, StringComparison.Ordinal)
                && Guid.TryParseExact(name[prefix.Length..^TemporaryExtension.Length], "N", out _);
        }
    }
}
