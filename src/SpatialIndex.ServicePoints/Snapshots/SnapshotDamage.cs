using MessagePack;

namespace SpatialIndex.ServicePoints.Snapshots;

/// <summary>Turns what reading damaged data throws into a refusal that names the place.</summary>
internal static class SnapshotDamage
{
    /// <summary>Whether an exception is one that reading damaged data gives.</summary>
    public static bool IsDamage(Exception exception) => exception is
        MessagePackSerializationException or InvalidDataException or EndOfStreamException or IndexOutOfRangeException or ArgumentException
        or OverflowException or FormatException;

    public static SnapshotException Refuse(string file, string section, string problem, Exception? cause = null)
    {
        string message = $"{file}: section \"{section}\": {problem.ReplaceLineEndings(" ").TrimEnd('.')}.";
        return cause is null ? new SnapshotException(message) : new SnapshotException(message, cause);
    }
}
