namespace SpatialIndex.ServicePoints.Geocoding.Matching;

/// <summary>What a reading of an address led to.</summary>
internal sealed record AddressMatch
{
    /// <summary>The reading; null for a place that was found by its position.</summary>
    public AddressReading? Reading { get; init; }

    /// <summary>The region when the place is one; empty when it is another, or the whole country.</summary>
    public string Region { get; init; } = "";

    public int PostalCode { get; init; } = -1;

    public int Locality { get; init; } = -1;

    public int Street { get; init; } = -1;

    /// <summary>The house number as it should be written; empty when it was not confirmed.</summary>
    public string HouseNumber { get; init; } = "";

    public required GeoPoint Position { get; init; }

    public required double UncertaintyMeters { get; init; }

    /// <summary>One of <see cref="GeocodingPrecision"/>.</summary>
    public required string Precision { get; init; }

    /// <summary>How much of the address the match explains, less what it does not.</summary>
    public int Score { get; init; }

    /// <summary>How many words of the address were not used.</summary>
    public int Unused { get; init; }

    /// <summary>How many of them are no house number.</summary>
    public int UnusedNames { get; init; }

    /// <summary>How many letters of the street had to be corrected.</summary>
    public int StreetEdits { get; init; }

    /// <summary>How many letters of all had to be corrected.</summary>
    public int Edits { get; init; }

    /// <summary>Whether what is given agrees only in part, for example a postal code and a locality that do not belong together.</summary>
    public bool IsDoubtful { get; init; }

    /// <summary>Whether every word was used, as it is written, and nothing contradicts.</summary>
    public bool IsWhole => Unused == 0 && Edits == 0 && !IsDoubtful;

    /// <summary>Whether this match explains more of the address than another.</summary>
    public bool IsBetterThan(AddressMatch? other) => other is null || Rank.CompareTo(other.Rank) > 0;

    /// <summary>The order of matches, the better the higher.</summary>
    public (int Score, int Edits, int Doubt, int Depth) Rank => (Score, -Edits, IsDoubtful ? 0 : 1, Street >= 0 ? 1 : 0);
}
