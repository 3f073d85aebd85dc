using System.CommandLine;
using System.CommandLine.Parsing;
using NodaTime.Text;

namespace SpatialIndex.Cli;

/// <summary>Options that several commands share.</summary>
internal static class Options
{
    public static Option<string> Snapshot() => new("--snapshot")
    {
        Description = "The snapshot file to search.",
        HelpName = "FILE",
        Required = true,
    };

    public static Argument<string> File(string description) => new("FILE") { Description = description };

    /// <summary>An RFC 3339 instant; null when not given.</summary>
    public static Option<DateTimeOffset?> Instant(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "INSTANT",
        CustomParser = Parse,
    };

    private static DateTimeOffset? Parse(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (OffsetDateTimePattern.Rfc3339.Parse(text).TryGetValue(default, out NodaTime.OffsetDateTime value) && value.Year is > 1 and < 9999)
        {
            return value.ToDateTimeOffset();
        }

        result.AddError($"\"{text}\" is not an RFC 3339 instant such as 2026-03-11T12:00:00Z.");
        return null;
    }
}
