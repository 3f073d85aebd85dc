using System.Collections.Immutable;

namespace SpatialIndex.ServicePoints.Model;

/// <summary>
/// The weekly opening hours of a service point. Immutable; two are equal when all days are. A day without ranges is closed,
/// and a week without any is also what unknown hours look like.
/// </summary>
public sealed class OpeningTimes : IEquatable<OpeningTimes>
{
    private readonly ImmutableArray<TimeRange>[] _days;

    /// <summary>Makes a week of seven days, Monday first.</summary>
    /// <exception cref="ArgumentException">There are not seven days.</exception>
    public OpeningTimes(params ReadOnlySpan<ImmutableArray<TimeRange>> days)
    {
        if (days.Length != 7)
        {
            throw new ArgumentException($"A week has 7 days, not {days.Length}.", nameof(days));
        }

        _days = new ImmutableArray<TimeRange>[days.Length];
        for (int day = 0; day < _days.Length; day++)
        {
            _days[day] = days[day].IsDefault ? [] : days[day];
        }
    }

    /// <summary>Closed, or not known.</summary>
    public static OpeningTimes None { get; } = new([], [], [], [], [], [], []);

    /// <summary>From 00:00 to 24:00 on every day.</summary>
    public static OpeningTimes RoundTheClock { get; } = new(
        [TimeRange.WholeDay], [TimeRange.WholeDay], [TimeRange.WholeDay], [TimeRange.WholeDay], [TimeRange.WholeDay], [TimeRange.WholeDay], [TimeRange.WholeDay]);

    /// <summary>The names of the days as the contract writes them, Monday first.</summary>
    public static IReadOnlyList<string> DayNames { get; } = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    /// <summary>The number of a day by its name in <see cref="DayNames"/>; −1 when it is none.</summary>
    internal static int DayNumberOf(string name)
    {
        for (int day = 0; day < DayNames.Count; day++)
        {
            if (DayNames[day] == name)
            {
                return day;
            }
        }

        return -1;
    }

    /// <summary>Whether no day has a range.</summary>
    public bool IsEmpty => _days.All(static day => day.IsEmpty);

    /// <summary>The ranges of a day, 0 for Monday to 6 for Sunday, as the carrier orders them.</summary>
    public ImmutableArray<TimeRange> this[int day] => _days[day];

    /// <inheritdoc/>
    public bool Equals(OpeningTimes? other) => ReferenceEquals(this, other) || (other is not null && HasDaysOf(other));

    private bool HasDaysOf(OpeningTimes other)
    {
        for (int day = 0; day < _days.Length; day++)
        {
            if (!_days[day].AsSpan().SequenceEqual(other._days[day].AsSpan()))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as OpeningTimes);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (ImmutableArray<TimeRange> day in _days)
        {
            hash.Add(day.Length);
            foreach (TimeRange range in day)
            {
                hash.Add(range);
            }
        }

        return hash.ToHashCode();
    }
}
