using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SpatialIndex.ServicePoints;

/// <summary>Text as it stands between the quotes of a JSON string: text outside ASCII stays readable.</summary>
internal static class JsonEscape
{
    public static JavaScriptEncoder Encoder => JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    /// <summary>Escapes a text.</summary>
    public static string Encode(string text) => Encoder.Encode(text);

    /// <summary>A text as a JSON string with its quotes, or null.</summary>
    public static string Literal(string? text) => text is null ? "null" : $"\"{Encode(text)}\"";

    /// <summary>Reads an escaped text again.</summary>
    /// <exception cref="InvalidDataException">It does not stand in a JSON string like this.</exception>
    public static string Decode(ReadOnlySpan<byte> escaped)
    {
        if (!escaped.Contains((byte)'\\'))
        {
            return Encoding.UTF8.GetString(escaped);
        }

        try
        {
            byte[] literal = [(byte)'"', .. escaped, (byte)'"'];
            var reader = new Utf8JsonReader(literal);
            reader.Read();
            return reader.GetString()!;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new InvalidDataException("a text is not escaped as in JSON", exception);
        }
    }
}
