using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text;
using SpatialIndex.Cli.Commands;
using SpatialIndex.ServicePoints.Feeds;
using SpatialIndex.ServicePoints.Geocoding;
using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.Cli;

/// <summary>The tool: parses the command line, runs the command and turns what goes wrong into a line and an exit code.</summary>
internal static class CommandLine
{
    public const int Refused = 1;
    public const int WrongUsage = 2;

    public static int Run(IReadOnlyList<string> args, CliEnvironment environment)
    {
        try
        {
            // Without response files: a value may begin with @.
            ParseResult parsed = CreateRoot(environment).Parse([.. SplitEmptyValues(args)], new ParserConfiguration { ResponseFileTokenReplacer = null });
            if (parsed.Errors.Count > 0 && parsed.Action is not System.CommandLine.Help.HelpAction)
            {
                throw new UsageException($"{parsed.Errors[0].Message} See 'spatialindex {NameOf(parsed.CommandResult)}--help'.");
            }

            using var output = new StreamWriter(environment.Output, new UTF8Encoding(false), leaveOpen: true);
            int code = parsed.Invoke(new InvocationConfiguration
            {
                Output = output,
                Error = environment.Error,
                EnableDefaultExceptionHandler = false,

                // A server ends its requests when the process is told to stop, and sees to it itself.
                ProcessTerminationTimeout = null,
            });
            output.Flush();
            environment.Output.Flush();
            return code;
        }
        catch (UsageException exception)
        {
            return Fail(environment, exception, WrongUsage);
        }
        catch (Exception exception) when (exception is RefusedException or FeedException or SnapshotException or GazetteerException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return Fail(environment, exception, Refused);
        }
#pragma warning disable CA1031 // The last line of defence: a user gets a line, never a stack trace.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            environment.Complain($"spatialindex: unexpected {exception.GetType().Name}: {OneLine(exception.Message)} Please report this.");
            return Refused;
        }
    }

    /// <summary>
    /// Makes two arguments of <c>--name=</c>: the parser takes it for a name without a value, and the argument that follows for the value.
    /// </summary>
    private static IEnumerable<string> SplitEmptyValues(IReadOnlyList<string> args)
    {
        bool areOptionsOver = false;
        foreach (string arg in args)
        {
            areOptionsOver |= arg == "--";
            bool isEmptyValue = !areOptionsOver
                && arg.StartsWith("--", StringComparison.Ordinal)
                && arg.IndexOf('=', StringComparison.Ordinal) is > 2 and var equals
                && equals == arg.Length - 1;
            yield return isEmptyValue ? arg[..^1] : arg;
            if (isEmptyValue)
            {
                yield return "";
            }
        }
    }

    private static int Fail(CliEnvironment environment, Exception exception, int code)
    {
        environment.Complain($"spatialindex: {OneLine(exception.Message)}");
        return code;
    }

    private static RootCommand CreateRoot(CliEnvironment environment)
    {
        var root = new RootCommand("Offline search engine for carrier service points.");
        root.Subcommands.Add(BuildCommand.Create(environment));
        root.Subcommands.Add(QueryCommand.Create(environment));
        root.Subcommands.Add(InspectCommand.Create(environment));
        root.Subcommands.Add(VerifyCommand.Create(environment));
        root.Subcommands.Add(DiffCommand.Create(environment));
        root.Subcommands.Add(ExportCommand.Create(environment));
        root.Subcommands.Add(GenerateCommand.Create(environment));
        root.Subcommands.Add(ProfileCommand.Create(environment));
        root.Subcommands.Add(GazetteerCommand.Create(environment));
        root.Subcommands.Add(GeocodeCommand.Create(environment));
        root.Subcommands.Add(KeysCommand.Create(environment));
        root.Subcommands.Add(SnapshotCommand.Create());
        root.Subcommands.Add(ServeCommand.Create(environment));
        return root;
    }

    /// <summary>The command with those above it, other than the tool, each with a space behind it.</summary>
    private static string NameOf(SymbolResult? result) =>
        result is CommandResult { Command: not RootCommand and { Name: var name } } ? $"{NameOf(result.Parent)}{name} " : "";

    private static string OneLine(string message) => message.ReplaceLineEndings(" ").Trim();
}
