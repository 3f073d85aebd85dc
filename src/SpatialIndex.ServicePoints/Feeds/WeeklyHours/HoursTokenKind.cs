namespace SpatialIndex.ServicePoints.Feeds.WeeklyHours;

/// <summary>What a piece of a text of hours is.</summary>
internal enum HoursTokenKind
{
    /// <summary>One or more days of the week.</summary>
    Days,

    /// <summary>A time of day.</summary>
    Time,

    /// <summary>A dash, or a word such as "to".</summary>
    To,

    /// <summary>What stands between the items of a list.</summary>
    And,

    /// <summary>What ends a rule: a semicolon or a line break.</summary>
    Break,

    /// <summary>A colon that is not part of a time.</summary>
    Colon,

    /// <summary>"Closed".</summary>
    Closed,

    /// <summary>"24/7" and its like.</summary>
    AlwaysOpen,

    /// <summary>Days that are no days of the week, such as public holidays.</summary>
    Holidays,

    /// <summary>A word that says nothing, such as "o'clock".</summary>
    Ignored,
}
