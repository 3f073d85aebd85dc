using System.Globalization;
using System.Text.Json;
using SpatialIndex.ServicePoints.Geocoding;

namespace SpatialIndex.Cli.Queries;

/// <summary>What <c>geocode</c> is asked: where an address is, or what is at a position.</summary>
/// <param name="Address">The address; of a question about a position, its country.</param>
/// <param name="Position">The position; null when an address is looked up.</param>
internal sealed record AddressQuery(GeocodingAddress Address, GeoPoint? Position)
{
    /// <summary>The contract's parameters of an address, beside the country.</summary>
    public static IReadOnlyList<string> Parameters { get; } =
        ["address", "address_street", "address_house_number", "address_postal_code", "address_city", "latitude", "longitude"];

    /// <param name="valueOf">The value of a parameter, or of <c>country_code</c>; null or blank when it is not given.</param>
    /// <exception cref="UsageException">The country, the address or a half of the position is missing, or the position is none.</exception>
    public static AddressQuery Read(Func<string, string?> valueOf)
    {
        string? Given(string name) => valueOf(name)?.Trim() is { Length: > 0 } value ? value : null;
        var address = new GeocodingAddress
        {
            CountryCode = Given("country_code") ?? throw new UsageException("An address needs its country: --country-code CODE, or country_code in each object of a batch."),
            Text = Given("address"),
            Street = Given("address_street"),
            HouseNumber = Given("address_house_number"),
            PostalCode = Given("address_postal_code"),
            City = Given("address_city"),
        };
        return (Given("latitude"), Given("longitude")) switch
        {
            ({ } latitude, { } longitude) => new AddressQuery(address, ParsePosition(latitude, longitude)),
            (null, null) when address is { Text: null, Street: null, PostalCode: null, City: null } => throw new UsageException("No address is given."),
            (null, null) => new AddressQuery(address, null),
            _ => throw new UsageException("A position needs both its latitude and its longitude."),
        };
    }

    /// <summary>Reads an object of a batch; values are texts or numbers, null is as good as absent.</summary>
    /// <exception cref="JsonException">A value is an array or an object.</exception>
    /// <exception cref="UsageException">As of <see cref="Read"/>.</exception>
    public static AddressQuery FromJson(JsonElement element) =>
        Read(name => element.TryGetProperty(name, out JsonElement value) ? BatchFile.TextOf(name, value) : null);

    private static GeoPoint ParsePosition(string latitude, string longitude) =>
        double.TryParse(latitude, NumberStyles.Float, CultureInfo.InvariantCulture, out double north) && north is >= -90 and <= 90
        && double.TryParse(longitude, NumberStyles.Float, CultureInfo.InvariantCulture, out double east) && east is >= -180 and <= 180
            ? new GeoPoint { Latitude = north, Longitude = east }
            : throw new UsageException($"{latitude}, {longitude} is no position: a latitude is -90 to 90, a longitude -180 to 180.");
}
