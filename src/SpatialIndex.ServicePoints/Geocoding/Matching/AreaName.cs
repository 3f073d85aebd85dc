namespace SpatialIndex.ServicePoints.Geocoding.Matching;

/// <summary>Words that name a postal code or localities.</summary>
internal sealed record AreaName(WordRun Run)
{
    public static AreaName None { get; } = new(default(WordRun));

    /// <summary>The index of the postal code; −1 when none is named.</summary>
    public int Code { get; init; } = -1;

    /// <summary>Whether only the area around the postal code is known.</summary>
    public bool IsWider { get; init; }

    /// <summary>The localities of the name, the likeliest first; none when none is named.</summary>
    public IReadOnlyList<int> Localities { get; init; } = [];

    /// <summary>Whether a locality stands between other words, where names of streets do.</summary>
    public bool IsInside { get; init; }

    /// <summary>How many edits the name needed.</summary>
    public int Edits { get; init; }
}
