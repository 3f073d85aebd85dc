using System.Globalization;

namespace SpatialIndex.ServicePoints.Model;

/// <summary>
/// A span of opening on one day, in minutes after midnight. An end at or before the start lies on the next day.
/// </summary>
/// <param name="StartMinute">0 (00:00) to 1439 (23:59); others throw <see cref="ArgumentOutOfRangeException"/>.</param>
/// <param name="EndMinute">0 (00:00) to 1440 (24:00); others throw <see cref="ArgumentOutOfRangeException"/>.</param>
public readonly record struct TimeRange(int StartMinute, int EndMinute)
{
    /// <summary>Minutes in a day.</summary>
    public const int MinutesPerDay = 1440;

    /// <summary>When it begins, 0 (00:00) to 1439 (23:59).</summary>
    public int StartMinute { get; init => field = Checked(value, MinutesPerDay - 1); } = Checked(StartMinute, MinutesPerDay - 1);

    /// <summary>When it ends, 0 (00:00) to 1440 (24:00).</summary>
    public int EndMinute { get; init => field = Checked(value, MinutesPerDay); } = Checked(EndMinute, MinutesPerDay);

    /// <summary>The whole day, 00:00 to 24:00.</summary>
    public static TimeRange WholeDay { get; } = new(0, MinutesPerDay);

    /// <summary>The start as <c>HH:mm</c>.</summary>
    public string StartTime => Format(StartMinute);

    /// <summary>The end as <c>HH:mm</c>; midnight at the end of the day may be <c>24:00</c>.</summary>
    public string EndTime => Format(EndMinute);

    /// <summary>Reads two times in the form <c>HH:mm</c>.</summary>
    /// <returns>The range, or null when either is not a time of day (24:00 is one for the end only).</returns>
    public static TimeRange? TryParse(string? start, string? end) =>
        ParseMinute(start) is { } startMinute and < MinutesPerDay && ParseMinute(end) is { } endMinute
            ? new TimeRange(startMinute, endMinute)
            : null;

    /// <summary>The range as <c>HH:mm-HH:mm</c>.</summary>
    public override string ToString() => $"{StartTime}-{EndTime}";

    private static int Checked(int minute, int last) => (uint)minute <= (uint)last
        ? minute
        : throw new ArgumentOutOfRangeException(nameof(minute), minute, $"A time of day is 0 to {last} minutes after midnight.");

    private static int? ParseMinute(string? text)
    {
        if (text is not { Length: 5 } || text[2] != ':'
            || !char.IsAsciiDigit(text[0]) || !char.IsAsciiDigit(text[1]) || !char.IsAsciiDigit(text[3]) || !char.IsAsciiDigit(text[4]))
        {
            return null;
        }

        int hours = (10 * (text[0] - '0')) + text[1] - '0';
        int minutes = (10 * (text[3] - '0')) + text[4] - '0';
        int total = (60 * hours) + minutes;
        return minutes < 60 && total <= MinutesPerDay ? total : null;
    }

    private static string Format(int minute) => string.Create(CultureInfo.InvariantCulture, $"{minute / 60:00}:{minute % 60:00}");
}
