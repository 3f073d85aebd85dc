using System.Globalization;

namespace SpatialIndex;

/// <summary>
/// A position on the sphere: latitude −90…90 and longitude −180…180, in degrees. Immutable and safe to share between threads.
/// </summary>
/// <remarks>
/// Both coordinates are set by name, so that they cannot be swapped unnoticed:
/// <c>new GeoPoint { Latitude = 45.764, Longitude = 4.8357 }</c>. The default value is 0, 0.
/// Longitudes 180 and −180 are the same meridian but different values; every search treats them alike.
/// </remarks>
public readonly record struct GeoPoint
{
    /// <summary>Degrees north of the equator, −90 to 90.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a number from −90 to 90.</exception>
    public required double Latitude
    {
        get;
        init => field = value is >= -90 and <= 90
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Latitude), value, "A latitude is a number of degrees from -90 to 90.");
    }

    /// <summary>Degrees east of Greenwich, −180 to 180.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a number from −180 to 180.</exception>
    public required double Longitude
    {
        get;
        init => field = value is >= -180 and <= 180
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Longitude), value, "A longitude is a number of degrees from -180 to 180.");
    }

    /// <summary>Latitude and longitude in degrees, shortest form that reads back the same, invariant culture.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Latitude:R}, {Longitude:R}");
}
