using System.Buffers;
using System.Text;
using System.Text.Json;
using SpatialIndex.ServicePoints.Api;
using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.ServicePoints.Tests.Api;

/// <summary>What is wrong with requests, and what is not, on a snapshot of one carrier in one country.</summary>
public sealed class RequestMessageTests : IDisposable
{
    private const string Scope = "country_code=NL&carrier_code=dhl";
    private const string NoInteger = "Input should be a valid integer, unable to parse string as an integer";
    private const string NoNumber = "Input should be a valid number, unable to parse string as a number";
    private const string NotFinite = "Input should be a finite number";

    private readonly TestFolder _folder = new();
    private readonly Snapshot _snapshot;
    private readonly ServicePointsEngine _engine;

    public RequestMessageTests()
    {
        _snapshot = TestPoints.BuildSnapshot(_folder, [TestPoints.Simple("A"), TestPoints.Simple("B", latitude: 51.5)]);
        _engine = new ServicePointsEngine(_snapshot, new ServicePointsEngineOptions { Clock = new FixedClock(TestPoints.AsOf) });
    }

    [Theory]
    [InlineData("5")]
    [InlineData("%205%20")]
    [InlineData("+5+")]
    [InlineData("%2B5")]
    [InlineData("005")]
    [InlineData("1_0")]
    [InlineData("5.0")]
    [InlineData("5.000")]
    [InlineData("%C2%A05")]
    public void Limit_IntegerOfAnyForm_IsRead(string text) => Assert.Empty(Errors($"{Scope}&limit={text}"));

    [Theory]
    [InlineData("5.5", NoInteger)]
    [InlineData("5.", NoInteger)]
    [InlineData("1e1", NoInteger)]
    [InlineData("", NoInteger)]
    [InlineData("_5", NoInteger)]
    [InlineData("5_", NoInteger)]
    [InlineData("1__0", NoInteger)]
    [InlineData("%2B-5", NoInteger)]
    [InlineData("%D9%A5", NoInteger)]
    [InlineData("5%00", NoInteger)]
    [InlineData("0", "Input should be greater than or equal to 1")]
    [InlineData("-5", "Input should be greater than or equal to 1")]
    [InlineData("-0", "Input should be greater than or equal to 1")]
    [InlineData("201", "Input should be less than or equal to 200")]
    [InlineData("999999999999999999999999999999", "Input should be less than or equal to 200")]
    [InlineData("-999999999999999999999999999999", "Input should be greater than or equal to 1")]
    public void Limit_WrongText_IsReported(string text, string detail) =>
        Assert.Equal([("invalid", detail, "limit")], Errors($"{Scope}&limit={text}"));

    [Theory]
    [InlineData(4_300, "Input should be less than or equal to 50000")]
    [InlineData(4_301, "Unable to parse input string as an integer, exceeded maximum size")]
    public void Radius_ManyDigits_IsReported(int digits, string detail) =>
        Assert.Equal([("invalid", detail, "radius")], Errors($"{Scope}&radius={new string('9', digits)}"));

    [Theory]
    [InlineData("1.")]
    [InlineData(".5")]
    [InlineData("%2B1.5")]
    [InlineData("1e1")]
    [InlineData("1E-400")]
    [InlineData("+1_0+")]
    [InlineData("-90")]
    public void Latitude_NumberOfAnyForm_IsRead(string text) => Assert.Empty(Errors($"{Scope}&longitude=5&latitude={text}"));

    [Theory]
    [InlineData("51,4", NoNumber)]
    [InlineData("0x10", NoNumber)]
    [InlineData("", NoNumber)]
    [InlineData(".", NoNumber)]
    [InlineData("1e", NoNumber)]
    [InlineData("1_.5", NoNumber)]
    [InlineData("5%00", NoNumber)]
    [InlineData("1%2C000", NoNumber)]
    [InlineData("nan", NotFinite)]
    [InlineData("-Infinity", NotFinite)]
    [InlineData("%2BINF", NotFinite)]
    [InlineData("1e400", NotFinite)]
    [InlineData("1e99999999999999999999", NotFinite)]
    [InlineData("90.0000001", "Input should be less than or equal to 90")]
    [InlineData("-91", "Input should be greater than or equal to -90")]
    public void Latitude_WrongText_IsReported(string text, string detail) =>
        Assert.Equal([("invalid", detail, "latitude")], Errors($"{Scope}&longitude=5&latitude={text}"));

    [Theory]
    [InlineData("", "invalid_choice", "\"\" is not a valid country code")]
    [InlineData("+N", "invalid_choice", "\" N\" is not a valid country code")]
    [InlineData("uk", "invalid_choice", "\"uk\" is not a valid country code")]
    [InlineData("%F0%9F%8E%81%22", "invalid_choice", "\"🎁\"\" is not a valid country code")]
    [InlineData("%C5%BFe", "invalid_choice", "\"ſe\" is not a valid country code")]
    [InlineData("%FF", "invalid_choice", "\"\ufffd\" is not a valid country code")]
    [InlineData("NL+", "invalid", "String should have at most 2 characters")]
    [InlineData("%F0%9F%8E%81NL", "invalid", "String should have at most 2 characters")]
    public void CountryCode_WrongText_IsReported(string text, string code, string detail) =>
        Assert.Equal([(code, detail, "country_code")], Errors($"carrier_code=dhl&country_code={text}"));

    [Theory]
    [InlineData("use_integration_carriers=TRUE", "Service points are not enabled for the authenticated integration.", null)]
    [InlineData("use_integration_carriers=on&carrier_code=+", "Service points are not enabled for the authenticated integration.", null)]
    [InlineData("use_integration_carriers=f", "Either carrier_code or use_integration_carriers must be provided", "carrier_code")]
    [InlineData("carrier_code=+&carrier_code=", "Either carrier_code or use_integration_carriers must be provided", "carrier_code")]
    [InlineData("carrier_code=dhl%2Cups", "Service points are not supported for the requested carriers: dhl,ups.", null)]
    [InlineData("carrier_code=B&carrier_code=DHL&carrier_code=dhl&carrier_code=B", "Service points are not supported for the requested carriers: B, DHL.", null)]
    [InlineData("carrier_code=dhl&address_city=X&longitude=5", "address, the structured address_* parameters, and latitude/longitude are mutually exclusive", "address_city")]
    [InlineData("carrier_code=dhl&address=X&latitude=5", "address, the structured address_* parameters, and latitude/longitude are mutually exclusive", "address")]
    [InlineData("carrier_code=dhl&longitude=5", "latitude and longitude must all be provided together", "latitude")]
    [InlineData("carrier_code=dhl&address_house_number=5&address_postal_code=+", "address_house_number must be combined with address_street or address_postal_code", "address_house_number")]
    [InlineData("carrier_code=dhl&radius=500&ne_latitude=5", "radius and the bounding box parameters are mutually exclusive", "radius")]
    [InlineData("carrier_code=dhl&longitude=5&address_house_number=5&radius=500", "address, the structured address_* parameters, and latitude/longitude are mutually exclusive", "address_house_number")]
    [InlineData("carrier_code=dhl&use_integration_carriers=1&longitude=5&sw_longitude=5", "carrier_code and use_integration_carriers are mutually exclusive", "carrier_code")]
    [InlineData("carrier_code=dhl&longitude=5&sw_longitude=5", "latitude and longitude must all be provided together", "latitude")]
    [InlineData("carrier_code=dhl&ne_latitude=5&ne_longitude=5", "ne_latitude, ne_longitude, sw_latitude, and sw_longitude must all be provided together", "ne_latitude")]
    [InlineData("carrier_code=dhl&sw_latitude=5&sw_longitude=5", "ne_latitude, ne_longitude, sw_latitude, and sw_longitude must all be provided together", "ne_latitude")]
    [InlineData("carrier_code=dhl&ne_latitude=5&sw_latitude=5", "ne_latitude, ne_longitude, sw_latitude, and sw_longitude must all be provided together", "ne_latitude")]
    [InlineData("carrier_code=dhl&sw_longitude=5", "ne_latitude, ne_longitude, sw_latitude, and sw_longitude must all be provided together", "ne_latitude")]
    [InlineData("carrier_code=dhl&radius=500&address=+", "radius requires a reference point", "radius")]
    [InlineData("carrier_code=dhl&ne_latitude=5&ne_longitude=5&sw_latitude=5.1&sw_longitude=5", "sw_latitude must not be greater than ne_latitude", "sw_latitude")]
    [InlineData("carrier_code=dhl&ne_latitude=5.5&ne_longitude=5&sw_latitude=5&sw_longitude=5", "The bounding box diagonal must not exceed 50 km", "ne_latitude")]
    [InlineData("carrier_code=dhl&ne_latitude=90&ne_longitude=91&sw_latitude=90&sw_longitude=-90", "The bounding box diagonal must not exceed 50 km", "ne_latitude")]
    [InlineData("carrier_code=dhl&ne_latitude=52&ne_longitude=5&sw_latitude=52&sw_longitude=5.1", "The bounding box diagonal must not exceed 50 km", "ne_latitude")]
    public void Rules_FirstThatIsBroken_IsReported(string query, string detail, string? parameter) =>
        Assert.Equal([("validation_error", detail, parameter)], Errors($"country_code=NL&{query}"));

    [Theory]
    [InlineData("use_integration_carriers=+true", "invalid", "Input should be a valid boolean, unable to interpret input", "use_integration_carriers")]
    [InlineData("use_integration_carriers=", "invalid", "Input should be a valid boolean, unable to interpret input", "use_integration_carriers")]
    [InlineData("general_shop_type=Locker&general_shop_type=", "invalid_choice", "Input should be 'servicepoint', 'locker', 'post_office' or 'carrier_depot'", "general_shop_type")]
    public void OtherParameters_WrongText_IsReportedOnce(string query, string code, string detail, string parameter) =>
        Assert.Equal([(code, detail, parameter)], Errors($"country_code=NL&{query}"));

    [Theory]
    [InlineData("limit=x&limit=1", 1)]
    [InlineData("limit=%31&carrier_code[]=x&Limit=2", 1)]
    [InlineData("%6Cimit=1", 1)]
    [InlineData("carrier_service_point_id=A", 1)]
    [InlineData("carrier_service_point_id=A&carrier_service_point_id=A&carrier_service_point_id=B", 2)]
    [InlineData("carrier_service_point_id=a", 0)]
    [InlineData("carrier_service_point_id=", 0)]
    [InlineData("carrier_shop_type=", 0)]
    [InlineData("carrier_shop_type=x&carrier_shop_type=shop", 2)]
    [InlineData("address=&address_city=+&latitude=51&longitude=5", 2)]
    [InlineData("general_shop_type=locker", 0)]
    [InlineData("&&=&a&carrier_code=dhl&", 2)]
    [InlineData("=limit=1", 2)]
    [InlineData("ne_latitude=90&ne_longitude=90&sw_latitude=90&sw_longitude=-90", 0)]
    [InlineData("carrier_service_point_id", 0)]
    [InlineData("address=&address_street=Kerkstraat&address_street=+&address_house_number=&latitude=51&longitude=5", 2)]
    [InlineData("general_shop_type=servicepoint&general_shop_type=servicepoint", 2)]
    public void Query_OfSoundParameters_FindsWhatItAsksFor(string query, int expected)
    {
        using JsonDocument body = Answer($"?{Scope}&{query}");

        Assert.Equal(expected, body.RootElement.GetProperty("data").GetProperty("results").GetArrayLength());
    }

    [Fact]
    public void Query_SeveralFaultyParameters_AreReportedInTheOrderOfTheContract() =>
        Assert.Equal(
            ["country_code", "use_integration_carriers", "latitude", "ne_longitude", "radius", "general_shop_type", "limit"],
            Errors("limit=&general_shop_type=&radius=&ne_longitude=&latitude=&use_integration_carriers=").Select(static error => error.Parameter));

    [Fact]
    public void Query_OfAMegabyteOrTenThousandValues_IsAnswered()
    {
        Assert.Equal("limit", Assert.Single(Errors($"{Scope}&limit={new string('9', 1_000_000)}")).Parameter);
        Assert.Equal("latitude", Assert.Single(Errors($"{Scope}&longitude=1&latitude={new string('9', 1_000_000)}")).Parameter);
        Assert.Empty(Errors($"{Scope}&{string.Concat(Enumerable.Repeat("limit=1&", 10_000))}"));
        Assert.Empty(Errors($"{Scope}&{string.Concat(Enumerable.Range(0, 10_000).Select(static i => $"carrier_service_point_id={i}&"))}"));
        Assert.Null(Assert.Single(Errors($"{Scope}&{string.Concat(Enumerable.Range(0, 10_000).Select(static i => $"carrier_code={i}&"))}")).Parameter);
        Assert.Empty(Errors($"{Scope}&{new string('&', 1_000_000)}"));
        Assert.Empty(Errors($"{Scope}&{string.Concat(Enumerable.Repeat("%", 1_000_000))}"));
        Assert.Empty(Errors($"{Scope}&carrier_service_point_id={string.Concat(Enumerable.Repeat("%F0", 300_000))}\ud800"));
    }

    public void Dispose()
    {
        _snapshot.Dispose();
        _folder.Dispose();
    }

    private List<(string? Code, string? Detail, string? Parameter)> Errors(string query)
    {
        using JsonDocument body = Answer(query);
        return body.RootElement.TryGetProperty("errors", out JsonElement errors)
            ? [.. errors.EnumerateArray().Select(static error => (
                error.GetProperty("code").GetString(),
                error.GetProperty("detail").GetString(),
                error.TryGetProperty("source", out JsonElement source) ? source.GetProperty("parameter").GetString() : null))]
            : [];
    }

    private JsonDocument Answer(string query)
    {
        var body = new ArrayBufferWriter<byte>();
        ValueTask<int> status = _engine.WriteListAsync(query, null, body);
        Assert.True(status.IsCompletedSuccessfully);
        return JsonDocument.Parse(Encoding.UTF8.GetString(body.WrittenSpan));
    }
}
