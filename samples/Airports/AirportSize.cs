namespace Airports;

/// <summary>How large an airport is, roughly.</summary>
internal enum AirportSize
{
    /// <summary>Serves its region.</summary>
    Regional,

    /// <summary>Serves a country.</summary>
    Large,

    /// <summary>Where long flights meet.</summary>
    Hub,
}
