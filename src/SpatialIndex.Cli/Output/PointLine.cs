using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.Cli.Output;

/// <summary>A stored point on one line, for people.</summary>
internal static class PointLine
{
    public static string Of(ServicePoint point)
    {
        Address address = point.Address;
        string[] parts =
        [
            $"{point.Carrier.Code} {point.CarrierServicePointId} ({point.GeneralShopType ?? "kind unknown"})",
            point.Name,
            $"{address.Street} {address.HouseNumber}",
            $"{address.PostalCode} {address.City}",
            address.CountryCode,
            point.Position.ToString(),
            $"{point.Contact.Phone} {point.Contact.Email}",
            Hours(point.OpeningTimes),
        ];
        return string.Join(", ", parts.Select(static part => part.Trim()).Where(static part => part.Length > 0));
    }

    /// <summary>Days that have the same hours are named together.</summary>
    private static string Hours(OpeningTimes week)
    {
        if (week.IsEmpty)
        {
            return "hours unknown";
        }

        var parts = new List<string>();
        for (int first = 0, last; first < OpeningTimes.DayNames.Count; first = last + 1)
        {
            last = first;
            while (last + 1 < OpeningTimes.DayNames.Count && week[last + 1].SequenceEqual(week[first]))
            {
                last++;
            }

            if (!week[first].IsEmpty)
            {
                parts.Add($"{Short(first)}{(last > first ? $"-{Short(last)}" : "")} {string.Join(' ', week[first])}");
            }
        }

        return string.Join("; ", parts);

        static string Short(int day) => OpeningTimes.DayNames[day][..3];
    }
}
