using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Feeds.WeeklyHours;

/// <summary>
/// Reads the pieces of a text of hours: rules of days and their ranges, one after the other. Days that no rule names are closed.
/// </summary>
/// <param name="tokens">The pieces.</param>
/// <param name="style">What the text leaves unsaid.</param>
internal sealed class HoursGrammar(List<HoursToken> tokens, HoursStyle style)
{
    private readonly List<TimeRange>?[] _week = new List<TimeRange>?[7];
    private int _next;

    private bool IsAtEnd => _next == tokens.Count;

    /// <summary>The week; null when the text is not understood.</summary>
    public OpeningTimes? Parse()
    {
        bool isFirst = true;
        for (bool isBroken = SkipSeparators(); !IsAtEnd || isFirst; isBroken = SkipSeparators(), isFirst = false)
        {
            if (!ReadRule(isFirst, isBroken || isFirst))
            {
                return null;
            }
        }

        return _week.All(static ranges => ranges is null || AreApart(ranges)) ? OpeningTimesSource.Week(_week) : null;
    }

    private bool ReadRule(bool isFirst, bool isBroken)
    {
        int days = ReadDays(out bool isForHolidaysOnly);
        bool isAlwaysOpenOrClosed = Peek(HoursTokenKind.AlwaysOpen) || Peek(HoursTokenKind.Closed);
        if (ReadContent() is not { } ranges)
        {
            return false;
        }

        if (isForHolidaysOnly)
        {
            return true;
        }

        if (days == 0)
        {
            days = isFirst ? ReadTrailingDays(out isForHolidaysOnly) : 0;
            bool isForEveryDay = style switch
            {
                HoursStyle.Text => isFirst && isAlwaysOpenOrClosed && IsAtEnd,
                HoursStyle.OneDay => true,
                _ => isBroken,
            };
            if (isForHolidaysOnly || (days == 0 ? !isForEveryDay : !IsAtEnd))
            {
                return false;
            }

            days = days == 0 ? DaySet.EveryDay : days;
        }

        return Add(days, ranges, isReplacing: style == HoursStyle.Osm && isBroken);
    }

    /// <summary>A list of days and ranges of days; 0 when there is none.</summary>
    /// <param name="isForHolidaysOnly">Whether holidays are named, and either no days or only as those that are holidays.</param>
    private int ReadDays(out bool isForHolidaysOnly)
    {
        int days = 0;
        int start = _next;
        bool hasHolidays = false;
        isForHolidaysOnly = false;
        while (Peek(HoursTokenKind.Days) || Peek(HoursTokenKind.Holidays))
        {
            // "PH Mo" and "Mo PH" are Mondays that are holidays; "Mo,PH" are Mondays and holidays.
            bool isAdjoined = _next > start && tokens[_next - 1].Kind != HoursTokenKind.And;
            bool isHolidays = Peek(HoursTokenKind.Holidays);
            isForHolidaysOnly |= isAdjoined && (isHolidays || hasHolidays);
            hasHolidays |= isHolidays;
            days |= ReadDay();
            int beyond = Beyond(HoursTokenKind.And);
            if (beyond < tokens.Count && tokens[beyond].Kind is HoursTokenKind.Days or HoursTokenKind.Holidays)
            {
                _next = beyond;
            }
        }

        isForHolidaysOnly |= hasHolidays && days == 0;
        return days;
    }

    /// <summary>Days behind their hours, as in "24h, 7/7".</summary>
    private int ReadTrailingDays(out bool isForHolidaysOnly)
    {
        int start = _next;
        _next = Beyond(HoursTokenKind.And);
        int days = ReadDays(out isForHolidaysOnly);
        _next = days == 0 && !isForHolidaysOnly ? start : _next;
        return days;
    }

    private int ReadDay()
    {
        HoursToken first = tokens[_next++];
        if (_next + 1 < tokens.Count && Peek(HoursTokenKind.To) && tokens[_next + 1] is { Kind: HoursTokenKind.Days } last
            && DaySet.IsSingle(first.Value) && DaySet.IsSingle(last.Value))
        {
            _next += 2;
            return DaySet.Range(first.Value, last.Value);
        }

        return first.Value;
    }

    /// <summary>What is said of days: ranges, none when they are closed; null when nothing that is understood.</summary>
    private List<TimeRange>? ReadContent()
    {
        _next = Beyond(HoursTokenKind.And, HoursTokenKind.Colon);
        if (Peek(HoursTokenKind.Closed))
        {
            _next++;
            return [];
        }

        if (Peek(HoursTokenKind.AlwaysOpen))
        {
            _next++;
            return [TimeRange.WholeDay];
        }

        var ranges = new List<TimeRange>();
        int items = 0;
        for (int item = _next; ReadRange(item, ranges); item = NextItem())
        {
            items++;
        }

        return items > 0 ? ranges : null;
    }

    /// <summary>Where the next item of a list may begin: behind commas, or behind a dash with a whole range after it ("9-13 - 16-20").</summary>
    private int NextItem() =>
        Peek(HoursTokenKind.To) && KindAt(_next + 1) == HoursTokenKind.Time && KindAt(_next + 2) == HoursTokenKind.To && KindAt(_next + 3) == HoursTokenKind.Time
            ? _next + 1
            : Beyond(HoursTokenKind.And);

    /// <summary>Reads a range, or a dash that stands for none, and moves behind it.</summary>
    private bool ReadRange(int position, List<TimeRange> ranges)
    {
        if (KindAt(position) == HoursTokenKind.To && KindAt(position + 1) is null or HoursTokenKind.And or HoursTokenKind.Break)
        {
            _next = position + 1;
            return true;
        }

        if (KindAt(position) == HoursTokenKind.Time && KindAt(position + 1) == HoursTokenKind.To && KindAt(position + 2) == HoursTokenKind.Time
            && ClockTime.Range(tokens[position].Value, tokens[position + 2].Value) is { } range)
        {
            ranges.Add(range);
            _next = position + 3;
            return true;
        }

        return false;
    }

    private bool Add(int days, List<TimeRange> ranges, bool isReplacing)
    {
        for (int day = 0; day < _week.Length; day++)
        {
            if (!DaySet.Contains(days, day))
            {
                continue;
            }

            if (isReplacing || _week[day] is not { } before)
            {
                _week[day] = [.. ranges];
            }
            else if (before.Count == 0 != (ranges.Count == 0))
            {
                return false;
            }
            else
            {
                before.AddRange(ranges);
            }
        }

        return true;
    }

    private static bool AreApart(List<TimeRange> ranges)
    {
        TimeRange[] ordered = [.. ranges.OrderBy(static range => range.StartMinute)];
        return ordered.Zip(ordered.Skip(1)).All(static pair =>
            pair.First.EndMinute > pair.First.StartMinute && pair.First.EndMinute <= pair.Second.StartMinute);
    }

    private bool Peek(HoursTokenKind kind) => KindAt(_next) == kind;

    private HoursTokenKind? KindAt(int position) => position < tokens.Count ? tokens[position].Kind : null;

    private int Beyond(params ReadOnlySpan<HoursTokenKind> kinds)
    {
        int position = _next;
        while (position < tokens.Count && kinds.Contains(tokens[position].Kind))
        {
            position++;
        }

        return position;
    }

    /// <summary>Whether one of them ends a rule.</summary>
    private bool SkipSeparators()
    {
        int start = _next;
        _next = Beyond(HoursTokenKind.And, HoursTokenKind.Break);
        return tokens[start.._next].Any(static token => token.Kind == HoursTokenKind.Break);
    }
}
