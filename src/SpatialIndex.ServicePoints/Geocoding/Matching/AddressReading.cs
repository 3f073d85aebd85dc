using SpatialIndex.ServicePoints.Geocoding.Text;

namespace SpatialIndex.ServicePoints.Geocoding.Matching;

/// <summary>One way of understanding an address: which words name what.</summary>
internal sealed record AddressReading
{
    /// <summary>The index of the postal code; −1 when none is named.</summary>
    public int PostalCode { get; init; } = -1;

    /// <summary>How many words make the postal code.</summary>
    public int PostalCodeWords { get; init; }

    /// <summary>Whether only the area around the postal code is known.</summary>
    public bool IsWider { get; init; }

    /// <summary>The localities of the name that is given; none when none is named.</summary>
    public IReadOnlyList<int> Localities { get; init; } = [];

    /// <summary>How many words make the locality.</summary>
    public int LocalityWords { get; init; }

    /// <summary>How many edits the name of the locality needed.</summary>
    public int LocalityEdits { get; init; }

    /// <summary>The words of the street.</summary>
    public IReadOnlyList<string> Street { get; init; } = [];

    public HouseNumber? HouseNumber { get; init; }

    /// <summary>How many words make the house number.</summary>
    public int HouseNumberWords { get; init; }

    /// <summary>How many words of the address no part is made of.</summary>
    public int Unread { get; init; }
}
