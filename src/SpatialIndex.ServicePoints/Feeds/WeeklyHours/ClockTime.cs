namespace SpatialIndex.ServicePoints.Feeds.WeeklyHours;

/// <summary>
/// Reads times of day: <c>9</c>, <c>09:30</c>, <c>9.30</c>, <c>9h30</c>, <c>9h</c>, <c>0930</c>, <c>09:30:00</c>, <c>9:30 pm</c>,
/// <c>8時30分</c>, up to 24:00.
/// </summary>
internal static class ClockTime
{
    /// <summary>The minute after midnight of a text that is a time and nothing else; null when it is none. A mere hour is none here.</summary>
    public static int? Parse(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        return Read(text, out int length) is { } minute && length == text.Length && length > 2 ? minute : null;
    }

    /// <summary>The span between two times; null when either is none, or when they are the same, which may mean a whole day or nothing.</summary>
    public static Model.TimeRange? Range(int? start, int? end) =>
        start is { } from and < Model.TimeRange.MinutesPerDay && end is { } to && from != to ? new Model.TimeRange(from, to) : null;

    /// <summary>The minute after midnight of the time at the start of the text; null when there is none.</summary>
    /// <param name="text">The text from where the time is to start.</param>
    /// <param name="length">How long it is.</param>
    public static int? Read(ReadOnlySpan<char> text, out int length)
    {
        length = Digits(text);
        if (length is not (1 or 2 or 4))
        {
            return null;
        }

        int number = int.Parse(text[..length], System.Globalization.CultureInfo.InvariantCulture);
        (int hour, int minute) = length == 4 ? (number / 100, number % 100) : (number, 0);
        if (length < 4 && length < text.Length)
        {
            length += Minutes(text[length..], out minute);
        }

        length += HalfOfDay(text[length..], ref hour);
        int total = (60 * hour) + minute;
        return minute < 60 && hour >= 0 && total <= Model.TimeRange.MinutesPerDay ? total : null;
    }

    private static int Digits(ReadOnlySpan<char> text)
    {
        int length = text.IndexOfAnyExceptInRange('0', '9');
        return length < 0 ? text.Length : length;
    }

    /// <summary>How long the minutes and seconds behind an hour are.</summary>
    private static int Minutes(ReadOnlySpan<char> text, out int minute)
    {
        minute = 0;
        char separator = text[0];
        bool isUnit = separator is 'h' or 'H' or '時' or '时' or '點' or '点';
        if (!isUnit && separator is not (':' or '.' or '：'))
        {
            return 0;
        }

        if (Digits(text[1..]) != 2)
        {
            // "9h" is a time, "9:" is an hour before a colon; a unit must not be the start of a word.
            return isUnit && (text.Length == 1 || !char.IsAsciiLetterOrDigit(text[1])) ? 1 : 0;
        }

        minute = int.Parse(text[1..3], System.Globalization.CultureInfo.InvariantCulture);
        ReadOnlySpan<char> rest = text[3..];
        return rest switch
        {
            [':', ..] when Digits(rest[1..]) == 2 => 6,
            ['分', ..] => 4,
            _ => 3,
        };
    }

    /// <summary>How long a mark such as "pm" is, and the hour with it; an hour beyond 12 with such a mark becomes negative.</summary>
    private static int HalfOfDay(ReadOnlySpan<char> text, ref int hour)
    {
        ReadOnlySpan<char> mark = text.TrimStart(' ');
        bool isMorning = mark.StartsWith("am", StringComparison.OrdinalIgnoreCase) || mark.StartsWith("a.m.", StringComparison.OrdinalIgnoreCase);
        bool isAfternoon = mark.StartsWith("pm", StringComparison.OrdinalIgnoreCase) || mark.StartsWith("p.m.", StringComparison.OrdinalIgnoreCase);
        int length = mark.Length > 1 && mark[1] == '.' ? 4 : 2;
        if (!(isMorning || isAfternoon) || (mark.Length > length && char.IsLetter(mark[length])))
        {
            return 0;
        }

        hour = hour is < 1 or > 12 ? -1 : (hour % 12) + (isAfternoon ? 12 : 0);
        return text.Length - mark.Length + length;
    }
}
