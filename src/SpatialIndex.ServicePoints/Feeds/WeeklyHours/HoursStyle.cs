namespace SpatialIndex.ServicePoints.Feeds.WeeklyHours;

/// <summary>What a text of hours leaves unsaid.</summary>
internal enum HoursStyle
{
    /// <summary>Nothing: it names its days, unless it says "24/7", and does not contradict itself.</summary>
    Text,

    /// <summary>The day, which is known: every day is given the ranges.</summary>
    OneDay,

    /// <summary>
    /// It is an <c>opening_hours</c> of OpenStreetMap: behind a semicolon a rule replaces earlier ones for its days, and a rule without
    /// days is for every day. See https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification.
    /// </summary>
    Osm,
}
