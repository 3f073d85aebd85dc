using System.Globalization;
using System.Text.Json;

namespace SpatialIndex.ServicePoints.Feeds.Records;

/// <summary>The reader's message on one line, without the part that repeats the position.</summary>
internal static class JsonMessage
{
    public static string Of(JsonException exception)
    {
        string message = exception.Message;
        int position = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        message = (position < 0 ? message : message[..position]).ReplaceLineEndings(" ").TrimEnd('.');
        return exception.BytePositionInLine is { } bytes
            ? string.Create(CultureInfo.InvariantCulture, $"{message} (line {exception.LineNumber + 1}, byte {bytes + 1})")
            : message;
    }
}
