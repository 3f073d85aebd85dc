using NodaTime.TimeZones;

namespace SpatialIndex.ServicePoints.Model;

/// <summary>The time zones of the tz database (IANA) that comes with the library.</summary>
public static class TimeZoneName
{
    /// <summary>
    /// Whether the text, case-sensitive, names a zone of the database: today's names such as <c>Europe/Kyiv</c>, and those they
    /// replaced, such as <c>Europe/Kiev</c>. A mere offset such as <c>UTC+02:00</c> is none.
    /// </summary>
    public static bool IsKnown(string name) => TzdbDateTimeZoneSource.Default.CanonicalIdMap.ContainsKey(name);
}
