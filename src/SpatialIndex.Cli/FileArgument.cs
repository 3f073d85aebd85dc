namespace SpatialIndex.Cli;

/// <summary>A file on the command line: <c>FILE</c> or <c>NAME=FILE</c>.</summary>
/// <param name="Name">What is said of the file; null when nothing is.</param>
/// <param name="Path">The file.</param>
internal readonly record struct FileArgument(string? Name, string Path)
{
    /// <param name="argument">The argument.</param>
    /// <param name="command">The command, for messages.</param>
    /// <exception cref="UsageException">There is no name of a file.</exception>
    public static FileArgument Parse(string argument, string command)
    {
        if (argument.Length == 0)
        {
            throw new UsageException("The name of a file is empty.");
        }

        if (argument[0] == '-' && !File.Exists(argument))
        {
            throw new UsageException($"There is no option {argument}; see 'spatialindex {command} --help'.");
        }

        int equals = argument.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0 || File.Exists(argument))
        {
            return new FileArgument(null, argument);
        }

        string path = argument[(equals + 1)..];
        return path.Length > 0 ? new FileArgument(argument[..equals], path) : throw new UsageException($"There is no file behind \"{argument}\".");
    }
}
