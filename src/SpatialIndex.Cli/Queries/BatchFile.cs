using System.Text;
using System.Text.Json;
using SpatialIndex.ServicePoints.Feeds;

namespace SpatialIndex.Cli.Queries;

/// <summary>A file with one JSON object a line, each of which is a request.</summary>
internal static class BatchFile
{
    /// <summary>The lines that are not blank, with their numbers.</summary>
    /// <exception cref="RefusedException">There is no such file.</exception>
    public static IEnumerable<(int Number, string Line)> ReadLines(string path)
    {
        if (!File.Exists(path))
        {
            throw new RefusedException(Directory.Exists(path) ? $"{path}: is a directory, not a file." : $"{path}: there is no such file.");
        }

        return File.ReadLines(path).Select(static (line, index) => (index + 1, line)).Where(static numbered => !string.IsNullOrWhiteSpace(numbered.line));
    }

    /// <summary>Reads the object of a line.</summary>
    /// <exception cref="JsonException">It is none; the message says why.</exception>
    public static T ReadObject<T>(string line, Func<JsonElement, T> read)
    {
        if (JsonText.Problem(Encoding.UTF8.GetBytes(line)) is { } problem)
        {
            throw new JsonException($"The request {problem}");
        }

        using JsonDocument document = Parse(line);
        return document.RootElement.ValueKind == JsonValueKind.Object ? read(document.RootElement) : throw new JsonException("The request is not a JSON object");
    }

    /// <summary>A value as text; null when it is null.</summary>
    /// <param name="name">The name of the value, for the message.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="JsonException">It is an object or an array.</exception>
    public static string? TextOf(string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Null => null,
        _ => throw new JsonException($"{name} is neither a text nor a number"),
    };

    private static JsonDocument Parse(string line)
    {
        try
        {
            return JsonDocument.Parse(line);
        }
        catch (JsonException exception)
        {
            throw new JsonException("The request is not JSON", exception);
        }
    }
}
