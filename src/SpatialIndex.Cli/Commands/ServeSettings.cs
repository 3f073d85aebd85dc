using System.CommandLine;
using System.Text.Json;

namespace SpatialIndex.Cli.Commands;

/// <summary>
/// The settings of <c>serve</c>: what the command line says, else the environment (<c>SPATIALINDEX_TRUSTED_KEY</c> for <c>--trusted-key</c>), else
/// the file that <c>--config</c> names (<c>"trusted_key"</c>). What is empty is not set.
/// </summary>
internal sealed class ServeSettings
{
    private const string VariablePrefix = "SPATIALINDEX_";
    private readonly ParseResult _parsed;
    private readonly CliEnvironment _environment;
    private readonly Dictionary<string, string> _file;

    /// <param name="parsed">The command line.</param>
    /// <param name="environment">Where the variables are.</param>
    /// <param name="config">The option that names the file.</param>
    /// <param name="options">All options that may be set.</param>
    /// <exception cref="RefusedException">The file cannot be read or says what no option is.</exception>
    public ServeSettings(ParseResult parsed, CliEnvironment environment, Option<string> config, IReadOnlyCollection<Option<string>> options)
    {
        (_parsed, _environment) = (parsed, environment);
        string? path = parsed.GetValue(config) ?? VariableOf(config);
        _file = path is null ? [] : ReadFile(path, [.. options.Select(KeyOf)]);
    }

    /// <summary>The value of an option; null when nothing sets it.</summary>
    public string? this[Option<string> option] => _parsed.GetValue(option) ?? VariableOf(option) ?? _file.GetValueOrDefault(KeyOf(option));

    private static string KeyOf(Option<string> option) => option.Name.TrimStart('-').Replace('-', '_');

    private string? VariableOf(Option<string> option) => _environment.Variable(VariablePrefix + KeyOf(option).ToUpperInvariant()) is { Length: > 0 } value ? value : null;

    private static Dictionary<string, string> ReadFile(string path, IReadOnlyCollection<string> known)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal);
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
            foreach (JsonProperty property in document.RootElement.EnumerateObject())
            {
                if (!known.Contains(property.Name))
                {
                    throw new RefusedException($"{path}: \"{property.Name}\" is no setting; there are {string.Join(", ", known)}.");
                }

                if (property.Value.ValueKind is not (JsonValueKind.String or JsonValueKind.Number))
                {
                    throw new RefusedException($"{path}: \"{property.Name}\" is neither a text nor a number.");
                }

                if (property.Value.ToString() is { Length: > 0 } value)
                {
                    settings[property.Name] = value;
                }
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new RefusedException($"{path}: is no JSON object: {exception.Message}");
        }

        return settings;
    }
}
