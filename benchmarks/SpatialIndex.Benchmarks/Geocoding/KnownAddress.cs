using SpatialIndex.ServicePoints.Geocoding;

namespace SpatialIndex.Benchmarks.Geocoding;

/// <summary>An address of the national address base of France (BANO) whose position is known.</summary>
internal sealed record KnownAddress(string Number, string Street, string PostalCode, string City, GeoPoint Position)
{
    public const string CountryCode = "FR";

    public GeocodingAddress AsText() => OfText(Number, Street, PostalCode, City);

    public GeocodingAddress AsParts() => new()
    {
        CountryCode = CountryCode,
        Street = Given(Street),
        HouseNumber = Given(Number),
        PostalCode = Given(PostalCode),
        City = Given(City),
    };

    public static GeocodingAddress OfText(params string[] parts) =>
        new() { CountryCode = CountryCode, Text = string.Join(' ', parts.Where(static part => part.Length > 0)) };

    private static string? Given(string part) => part.Length > 0 ? part : null;
}
