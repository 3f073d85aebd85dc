using System.Text.Json;
using SpatialIndex.ServicePoints.Api;
using SpatialIndex.ServicePoints.Api.Accounts;
using SpatialIndex.ServicePoints.Geocoding;

namespace SpatialIndex.ServicePoints.Tests.Api;

/// <summary>What surrounds the engine in a case: one account, its integration, the clock and a geocoder that knows its only answer.</summary>
internal sealed class CaseHost(JsonElement entry) : IAccountResolver, IIntegrationSettings, IGeocoder
{
    public const string PublicKey = "key";
    public const string SecretKey = "secret";
    public const string Token = "token";

    public const string Account = "account";

    public int GeocoderCalls { get; private set; }

    public ServicePointsEngineOptions EngineOptions => new()
    {
        Clock = new FixedClock(entry.GetProperty("now").GetDateTimeOffset()),
        Geocoder = this,
        Integrations = this,
    };

    public string? FindByKey(string publicKey, string secretKey) => (publicKey, secretKey) == (PublicKey, SecretKey) ? Account : null;

    public string? FindByToken(string accessToken) => accessToken == Token ? Account : null;

    public Integration? Find(string? account)
    {
        Assert.Equal(Account, account);
        return entry.GetProperty("integration") is { ValueKind: JsonValueKind.Object } integration
            ? new Integration(
                integration.GetProperty("service_points_enabled").GetBoolean(),
                [.. integration.GetProperty("carriers").EnumerateArray().Select(static code => code.GetString()!)])
            : null;
    }

    public ValueTask<GeocodingAnswer> GeocodeAsync(GeocodingAddress address, CancellationToken cancellationToken)
    {
        GeocoderCalls++;
        return ValueTask.FromResult(Answer(entry.GetProperty("geocoder")));
    }

    private static GeocodingAnswer Answer(JsonElement geocoder)
    {
        if (geocoder.TryGetProperty("unavailable", out _))
        {
            return GeocodingAnswer.Unavailable;
        }

        string status = geocoder.GetProperty("status").GetString()!;
        if (status == "not_found")
        {
            return GeocodingAnswer.NotFound;
        }

        var location = new GeoPoint { Latitude = geocoder.GetProperty("latitude").GetDouble(), Longitude = geocoder.GetProperty("longitude").GetDouble() };
        string precision = geocoder.GetProperty("precision").GetString()!;
        string formattedAddress = geocoder.GetProperty("formatted_address").GetString()!;
        return status == "matched"
            ? GeocodingAnswer.Matched(location, precision, formattedAddress)
            : GeocodingAnswer.PartiallyMatched(location, precision, formattedAddress);
    }
}
