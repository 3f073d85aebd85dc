using System.Numerics;

namespace SpatialIndex.ServicePoints.Feeds.WeeklyHours;

/// <summary>Days of the week as a set of bits, Monday the lowest.</summary>
internal static class DaySet
{
    public const int EveryDay = 0b111_1111;

    public const int MondayToFriday = 0b001_1111;

    public const int Weekend = 0b110_0000;

    public static bool IsSingle(int days) => BitOperations.PopCount((uint)days) == 1;

    /// <summary>From one day to another, both included, over Sunday if need be.</summary>
    public static int Range(int first, int last)
    {
        int days = 0;
        for (int day = first; ; day = day == 1 << 6 ? 1 : day << 1)
        {
            days |= day;
            if (day == last)
            {
                return days;
            }
        }
    }

    public static bool Contains(int days, int day) => (days & (1 << day)) != 0;
}
