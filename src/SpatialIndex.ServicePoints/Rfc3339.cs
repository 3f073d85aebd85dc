using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace SpatialIndex.ServicePoints;

/// <summary>Instants as RFC 3339 writes them, such as <c>2026-03-11T12:00:00+01:00</c>.</summary>
public static class Rfc3339
{
    private const string WholeSecondsUtc = "yyyy-MM-dd'T'HH:mm:ss'Z'";
    private const int WholeSecondsUtcLength = 20;
    private const int HourAt = 11;
    private const int MaxOffsetMinutes = 14 * 60;

    /// <summary>
    /// Reads an instant with its offset; fractions beyond 100 ns are cut off. Returns false when the text is none, or one that
    /// <see cref="DateTimeOffset"/> cannot hold: an offset beyond 14 hours, or a year outside 2 to 9998.
    /// </summary>
    public static bool TryParse(string text, out DateTimeOffset instant)
    {
        ArgumentNullException.ThrowIfNull(text);

        // The form that feeds have by the million is read without allocating.
        if (text.Length == WholeSecondsUtcLength
            && DateTimeOffset.TryParseExact(text, WholeSecondsUtc, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out instant)
            && instant.Year is >= 2 and <= 9998)
        {
            return true;
        }

        // The pattern would take an hour 24 for the next day, and let NULs follow.
        instant = default;
        if (text.AsSpan(Math.Min(HourAt, text.Length)).StartsWith("24")
            || text.Contains('\0', StringComparison.Ordinal)
            || !OffsetDateTimePattern.Rfc3339.Parse(text).TryGetValue(default, out OffsetDateTime parsed)
            || parsed.Year is < 2 or > 9998
            || parsed.Offset.Seconds % 60 != 0
            || Math.Abs(parsed.Offset.Seconds / 60) > MaxOffsetMinutes)
        {
            return false;
        }

        instant = parsed.ToDateTimeOffset();
        return true;
    }

    /// <summary>Writes an instant with its offset, <c>Z</c> for none.</summary>
    public static string Format(DateTimeOffset instant) => OffsetDateTimePattern.Rfc3339.Format(OffsetDateTime.FromDateTimeOffset(instant));
}
