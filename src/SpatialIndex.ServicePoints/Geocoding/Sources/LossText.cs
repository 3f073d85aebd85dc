namespace SpatialIndex.ServicePoints.Geocoding.Sources;

/// <summary>Losses in words.</summary>
internal static class LossText
{
    public static string Of(IReadOnlyDictionary<GazetteerLoss, long> losses) =>
        string.Join(", ", losses.OrderBy(static loss => loss.Key).Select(static loss => $"{loss.Value} {Of(loss.Key)}"));

    private static string Of(GazetteerLoss loss) => loss switch
    {
        GazetteerLoss.Unreadable => "unreadable",
        GazetteerLoss.WrongColumns => "with a wrong number of columns",
        GazetteerLoss.NoPosition => "without position",
        GazetteerLoss.NoCountry => "without country",
        GazetteerLoss.OtherCountry => "of another country",
        GazetteerLoss.NoName => "without name",
        GazetteerLoss.NoAddress => "without address",
        _ => "without locality",
    };
}
