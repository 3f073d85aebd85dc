using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using SpatialIndex.ServicePoints;

namespace SpatialIndex.Cli;

/// <summary>Options that several commands share.</summary>
internal static class Options
{
    public static Option<string> Snapshot() => Path("The snapshot file to search.", isRequired: true, "--snapshot");

    /// <summary>A path, which may not be empty: that is what an unset variable of a script looks like.</summary>
    public static Option<string> Path(string description, bool isRequired, string name, params string[] aliases)
    {
        var option = new Option<string>(name, aliases) { Description = description, HelpName = "FILE", Required = isRequired };
        option.Validators.Add(RefuseEmpty);
        return option;
    }

    /// <summary>A path as an argument, not empty.</summary>
    public static Argument<string> File(string description, string name = "FILE")
    {
        var argument = new Argument<string>(name) { Description = description };
        argument.Validators.Add(RefuseEmpty);
        return argument;
    }

    /// <summary>An RFC 3339 instant; null when not given.</summary>
    public static Option<DateTimeOffset?> Instant(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "INSTANT",
        CustomParser = ParseInstant,
    };

    /// <summary>A whole number from <paramref name="least"/>, at least 0, to <paramref name="most"/>; required when it is nothing normally.</summary>
    public static Option<int> Number(string name, string helpName, string description, int least, int most, int? normally) => new(name)
    {
        Description = description,
        HelpName = helpName,
        Required = normally is null,
        DefaultValueFactory = normally is { } value ? _ => value : null,
        CustomParser = result => ParseNumber(result, least, most),
    };

    private static DateTimeOffset? ParseInstant(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (Rfc3339.TryParse(text, out DateTimeOffset instant))
        {
            return instant;
        }

        result.AddError($"\"{text}\" is not an RFC 3339 instant such as 2026-03-11T12:00:00Z.");
        return null;
    }

    private static int ParseNumber(ArgumentResult result, int least, int most)
    {
        string text = result.Tokens[0].Value;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= least && number <= most)
        {
            return number;
        }

        result.AddError($"\"{text}\" is not a whole number from {least} to {most}.");
        return least;
    }

    private static void RefuseEmpty(SymbolResult result)
    {
        if (result.Tokens.Any(static token => token.Value.Length == 0))
        {
            result.AddError("A file name is empty.");
        }
    }
}
