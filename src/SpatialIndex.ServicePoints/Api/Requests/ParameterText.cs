using System.Globalization;
using System.Text;

namespace SpatialIndex.ServicePoints.Api.Requests;

/// <summary>
/// What text is a number or a truth value, and the messages for what is none: those of pydantic, whatever the culture of the
/// machine. Each method returns the message, or null when the text is fine.
/// </summary>
internal static class ParameterText
{
    private const int MaxIntegerDigits = 4_300;

    private const string NoInteger = "Input should be a valid integer, unable to parse string as an integer";
    private const string IntegerTooLong = "Unable to parse input string as an integer, exceeded maximum size";
    private const string NoNumber = "Input should be a valid number, unable to parse string as a number";
    private const string NotFinite = "Input should be a finite number";
    private const string NoBoolean = "Input should be a valid boolean, unable to interpret input";

    private static readonly string[] TrueTexts = ["1", "t", "y", "on", "yes", "true"];
    private static readonly string[] FalseTexts = ["0", "f", "n", "off", "no", "false"];

    public static string? ReadBoolean(ReadOnlySpan<char> text, out bool value)
    {
        value = IsOneOf(text, TrueTexts);
        return value || IsOneOf(text, FalseTexts) ? null : NoBoolean;
    }

    public static string? ReadInteger(ReadOnlySpan<char> text, int least, int greatest, out int value)
    {
        value = 0;
        ReadOnlySpan<char> rest = text.Trim();
        bool isNegative = rest.StartsWith('-');
        rest = SkipSign(rest);
        int length = LengthOfDigits(rest);
        if (length == 0 || !IsZeroFraction(rest[length..]))
        {
            return NoInteger;
        }

        // Saturated: beyond every limit it does not matter by how much.
        long magnitude = 0;
        int digits = 0;
        foreach (char character in rest[..length])
        {
            if (character != '_')
            {
                magnitude = Math.Min(int.MaxValue, (10 * magnitude) + character - '0');
                digits++;
            }
        }

        value = (int)(isNegative ? -magnitude : magnitude);
        return digits > MaxIntegerDigits ? IntegerTooLong : LimitProblem(value, least, greatest);
    }

    public static string? ReadNumber(ReadOnlySpan<char> text, int least, int greatest, out double value)
    {
        value = 0;
        ReadOnlySpan<char> number = text.Trim();
        ReadOnlySpan<char> unsigned = SkipSign(number);
        if (IsOneOf(unsigned, ["inf", "infinity", "nan"]))
        {
            return NotFinite;
        }

        if (!IsDecimal(unsigned))
        {
            return NoNumber;
        }

        ReadOnlySpan<char> plain = number.Contains('_') ? number.ToString().Replace("_", "", StringComparison.Ordinal) : number;
        value = double.Parse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture);
        return double.IsFinite(value) ? LimitProblem(value, least, greatest) : NotFinite;
    }

    private static string? LimitProblem(double value, int least, int greatest) =>
        value > greatest ? string.Create(CultureInfo.InvariantCulture, $"Input should be less than or equal to {greatest}")
        : value < least ? string.Create(CultureInfo.InvariantCulture, $"Input should be greater than or equal to {least}")
        : null;

    private static bool IsOneOf(ReadOnlySpan<char> text, ReadOnlySpan<string> choices)
    {
        foreach (string choice in choices)
        {
            if (Ascii.EqualsIgnoreCase(text, choice))
            {
                return true;
            }
        }

        return false;
    }

    private static ReadOnlySpan<char> SkipSign(ReadOnlySpan<char> text) => text.StartsWith('+') || text.StartsWith('-') ? text[1..] : text;

    private static bool IsZeroFraction(ReadOnlySpan<char> text) =>
        text.IsEmpty || (text[0] == '.' && text.Length > 1 && !text[1..].ContainsAnyExcept('0'));

    /// <summary>Digits with or without a point somewhere, then an exponent or none.</summary>
    private static bool IsDecimal(ReadOnlySpan<char> text)
    {
        int length = LengthOfDigits(text);
        bool hasDigits = length > 0;
        text = text[length..];
        if (text.StartsWith('.'))
        {
            length = LengthOfDigits(text[1..]);
            hasDigits |= length > 0;
            text = text[(1 + length)..];
        }

        return hasDigits && (text.IsEmpty || (text[0] is 'e' or 'E' && IsWholly(SkipSign(text[1..]))));

        static bool IsWholly(ReadOnlySpan<char> exponent) => !exponent.IsEmpty && LengthOfDigits(exponent) == exponent.Length;
    }

    /// <summary>How long the run of ASCII digits at the start is, with single underscores between them.</summary>
    private static int LengthOfDigits(ReadOnlySpan<char> text)
    {
        int length = 0;
        for (int i = 0; i < text.Length && (char.IsAsciiDigit(text[i]) || (text[i] == '_' && length == i && i > 0)); i++)
        {
            length = char.IsAsciiDigit(text[i]) ? i + 1 : length;
        }

        return length;
    }
}
