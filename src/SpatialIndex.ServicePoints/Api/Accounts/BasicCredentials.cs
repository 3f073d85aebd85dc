using System.Text;

namespace SpatialIndex.ServicePoints.Api.Accounts;

/// <summary>The API key in a header <c>Authorization</c> of HTTP Basic (RFC 7617).</summary>
/// <param name="PublicKey">What stands before the first colon; empty when the header cannot be read.</param>
/// <param name="SecretKey">What stands behind it; empty when the header cannot be read.</param>
public readonly record struct BasicCredentials(string PublicKey, string SecretKey)
{
    /// <summary>The scheme that asks for such a header, for the header <c>WWW-Authenticate</c>.</summary>
    public const string Challenge = "Basic realm=\"api\", charset=\"UTF-8\"";

    /// <summary>Reads the value of the header.</summary>
    /// <param name="authorization">The value; null when there is no header.</param>
    /// <param name="credentials">The key.</param>
    /// <returns>false when there is none or it is of another scheme; true also when it is of HTTP Basic, but cannot be read.</returns>
    public static bool TryRead(string? authorization, out BasicCredentials credentials)
    {
        (string scheme, string parameter) = Authentication.Split(authorization);
        bool isBasic = scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase);
        credentials = isBasic ? Decode(parameter) : new("", "");
        return isBasic;
    }

    private static BasicCredentials Decode(string parameter)
    {
        byte[] bytes = new byte[parameter.Length];
        string text = Convert.TryFromBase64String(parameter, bytes, out int length) ? Encoding.UTF8.GetString(bytes, 0, length) : "";
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? new("", "") : new(text[..colon], text[(colon + 1)..]);
    }
}
