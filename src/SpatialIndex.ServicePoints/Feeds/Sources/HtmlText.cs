using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace SpatialIndex.ServicePoints.Feeds.Sources;

/// <summary>
/// Makes plain text of what was meant for a browser: tags become spaces, entities their letters, and letters that were encoded twice
/// ("vÃ¤ljas", UTF-8 read as Windows-1252) are put right.
/// </summary>
internal static class HtmlText
{
    private static readonly Regex Tags = new("<[^<>]*>", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    private static readonly Encoding Windows1252 =
        CodePagesEncodingProvider.Instance.GetEncoding(1252, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The plain text.</summary>
    public static string ToPlain(string html)
    {
        string text = html.Contains('<', StringComparison.Ordinal) ? Tags.Replace(html, " ") : html;
        return DecodeOnce(WebUtility.HtmlDecode(text));
    }

    private static string DecodeOnce(string text)
    {
        if (System.Text.Ascii.IsValid(text))
        {
            return text;
        }

        try
        {
            // Real text hardly ever looks like UTF-8 when its letters are taken for bytes.
            return Utf8.GetString(Windows1252.GetBytes(text));
        }
        catch (Exception exception) when (exception is EncoderFallbackException or DecoderFallbackException)
        {
            return text;
        }
    }
}
