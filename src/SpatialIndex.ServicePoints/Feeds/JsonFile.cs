using System.Text.Json;
using SpatialIndex.ServicePoints.Feeds.Records;

namespace SpatialIndex.ServicePoints.Feeds;

/// <summary>Reads a small JSON file whole.</summary>
internal static class JsonFile
{
    private const long MaxBytes = 16 << 20;

    public static JsonDocument Read(string path)
    {
        string file = Path.GetFileName(path);
        try
        {
            if (Directory.Exists(path))
            {
                throw new FeedException($"{path}: is a directory, not a file.");
            }

            var info = new FileInfo(path);
            if (!info.Exists)
            {
                throw new FeedException($"{path}: there is no such file.");
            }

            if (info.Length > MaxBytes)
            {
                throw new FeedException($"{file}: the file is larger than {MaxBytes >> 20} MiB.");
            }

            return Parse(File.ReadAllBytes(path), file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new FeedException($"{path}: {exception.Message}", exception);
        }
    }

    public static JsonDocument Parse(ReadOnlyMemory<byte> utf8, string file)
    {
        try
        {
            ReadOnlyMemory<byte> content = utf8.Span.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;
            if (JsonText.Problem(content.Span) is { } problem)
            {
                throw new FeedException($"{file}: the file {problem}.");
            }

            return JsonDocument.Parse(content, new JsonDocumentOptions { MaxDepth = FeedLimits.MaxJsonDepth });
        }
        catch (JsonException exception)
        {
            throw new FeedException($"{file}: not JSON: {JsonMessage.Of(exception)}.", exception);
        }
    }
}
