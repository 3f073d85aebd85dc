using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace SpatialIndex.ServicePoints.Feeds;

/// <summary>Finds text in JSON that no string can hold, before anything reads it.</summary>
public static class JsonText
{
    /// <summary>What is wrong with the text of a JSON document or record: not UTF-8, or half a surrogate pair; null when nothing is.</summary>
    public static string? Problem(ReadOnlySpan<byte> json) =>
        !Utf8.IsValid(json) ? "is not valid UTF-8"
        : HasLoneSurrogate(json) ? "holds half a surrogate pair"
        : null;

    /// <summary>Every escape of a high surrogate must be followed by one of a low surrogate, and none may stand alone.</summary>
    private static bool HasLoneSurrogate(ReadOnlySpan<byte> json)
    {
        while (true)
        {
            int escape = json.IndexOf((byte)'\\');
            if (escape < 0 || escape + 1 >= json.Length)
            {
                return false;
            }

            json = json[escape..];
            if (CodeUnit(json) is not { } unit || !char.IsSurrogate(unit))
            {
                json = json[2..];
                continue;
            }

            if (!char.IsHighSurrogate(unit) || CodeUnit(json[6..]) is not { } next || !char.IsLowSurrogate(next))
            {
                return true;
            }

            json = json[12..];
        }
    }

    /// <summary>The code unit of an escape <c>\uXXXX</c> at the start; null when there is none.</summary>
    private static char? CodeUnit(ReadOnlySpan<byte> json) =>
        json.Length >= 6 && json[0] == '\\' && json[1] == 'u'
        && ushort.TryParse(Encoding.ASCII.GetString(json.Slice(2, 4)), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort unit)
            ? (char)unit
            : null;
}
