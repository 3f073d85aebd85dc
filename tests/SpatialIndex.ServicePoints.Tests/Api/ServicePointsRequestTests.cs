using SpatialIndex.ServicePoints.Api;
using SpatialIndex.ServicePoints.Api.Accounts;
using SpatialIndex.ServicePoints.Api.Requests;
using SpatialIndex.ServicePoints.Api.Responses;
using SpatialIndex.ServicePoints.Geocoding;
using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.ServicePoints.Tests.Api;

/// <summary>Every property of a request given as an object reaches the engine as the parameter that it stands for.</summary>
public sealed class ServicePointsRequestTests : IDisposable
{
    private static readonly ServicePointsRequest Scope = new() { CountryCode = "NL", CarrierCodes = ["dhl"] };

    private readonly TestFolder _folder = new();
    private readonly Snapshot _snapshot;
    private readonly LastAddress _geocoder = new();
    private readonly ServicePointsEngine _engine;

    public ServicePointsRequestTests()
    {
        _snapshot = TestPoints.BuildSnapshot(_folder, [TestPoints.Simple("A"), TestPoints.Simple("B", latitude: 51.5)]);
        _engine = new ServicePointsEngine(_snapshot, new ServicePointsEngineOptions
        {
            Clock = new FixedClock(TestPoints.AsOf),
            Geocoder = _geocoder,
            Integrations = new DhlForAll(),
        });
    }

    [Fact]
    public async Task Numbers_OutOfRange_AreReportedByTheirNames()
    {
        ServicePointsResponse<ServicePointList> response = await _engine.ListAsync(Scope with
        {
            Latitude = 91,
            Longitude = 181,
            NorthEastLatitude = 92,
            NorthEastLongitude = 182,
            SouthWestLatitude = -93,
            SouthWestLongitude = -183,
            RadiusMeters = 99,
            Limit = 201,
        });

        Assert.Equal(
            [
                ("latitude", "Input should be less than or equal to 90"),
                ("longitude", "Input should be less than or equal to 180"),
                ("ne_latitude", "Input should be less than or equal to 90"),
                ("ne_longitude", "Input should be less than or equal to 180"),
                ("sw_latitude", "Input should be greater than or equal to -90"),
                ("sw_longitude", "Input should be greater than or equal to -180"),
                ("radius", "Input should be greater than or equal to 100"),
                ("limit", "Input should be less than or equal to 200"),
            ],
            response.Errors.Select(static error => (error.Source!.Parameter, error.Detail)));
    }

    [Fact]
    public async Task AddressParts_AreGeocodedAsWhatTheyAre()
    {
        await _engine.ListAsync(Scope with { AddressStreet = "Kerkstraat", AddressHouseNumber = "1b", AddressPostalCode = "5611 AA", AddressCity = "Eindhoven" });

        Assert.Equal(
            new GeocodingAddress { CountryCode = "NL", Street = "Kerkstraat", HouseNumber = "1b", PostalCode = "5611 AA", City = "Eindhoven" },
            _geocoder.Address);
    }

    [Fact]
    public async Task AddressParts_WithoutStreetOrWithoutNumber_AreEnough()
    {
        await _engine.ListAsync(Scope with { AddressStreet = "Kerkstraat" });
        Assert.Equal(new GeocodingAddress { CountryCode = "NL", Street = "Kerkstraat" }, _geocoder.Address);

        await _engine.ListAsync(Scope with { AddressHouseNumber = "1b", AddressPostalCode = "5611 AA" });
        Assert.Equal(new GeocodingAddress { CountryCode = "NL", HouseNumber = "1b", PostalCode = "5611 AA" }, _geocoder.Address);

        await _engine.ListAsync(Scope with { AddressCity = "Eindhoven" });
        Assert.Equal(new GeocodingAddress { CountryCode = "NL", City = "Eindhoven" }, _geocoder.Address);
    }

    [Fact]
    public async Task Address_IsGeocodedAsText()
    {
        await _engine.ListAsync(Scope with { Address = " Kerkstraat 1b, Eindhoven " });

        Assert.Equal(new GeocodingAddress { CountryCode = "NL", Text = "Kerkstraat 1b, Eindhoven" }, _geocoder.Address);
    }

    [Fact]
    public async Task UseIntegrationCarriers_True_FindsTheirPointsAndFalseIsNotEnough()
    {
        Assert.Equal(["A", "B"], await Find(Scope with { CarrierCodes = null, UseIntegrationCarriers = true }));

        ServicePointsResponse<ServicePointList> response = await _engine.ListAsync(Scope with { CarrierCodes = null, UseIntegrationCarriers = false });
        Assert.Equal("Either carrier_code or use_integration_carriers must be provided", Assert.Single(response.Errors).Detail);
    }

    [Fact]
    public async Task Lists_WithoutValues_AreNotGivenExceptIdentifiers()
    {
        Assert.Equal(["A", "B"], await Find(Scope with { GeneralShopTypes = [] }));
        Assert.Equal(["B"], await Find(Scope with { CarrierServicePointIds = ["B", "nothing"] }));
        Assert.Equal([], await Find(Scope with { CarrierServicePointIds = [] }));
    }

    [Fact]
    public async Task Box_AllEdges_FindsWhatIsInIt() => Assert.Equal(["A"], await Find(Scope with
    {
        NorthEastLatitude = 51.45,
        NorthEastLongitude = 5.4,
        SouthWestLatitude = 51.4,
        SouthWestLongitude = 5.4,
    }));

    public void Dispose()
    {
        _snapshot.Dispose();
        _folder.Dispose();
    }

    private async Task<IEnumerable<string>> Find(ServicePointsRequest request) =>
        (await _engine.ListAsync(request)).Data!.Results.Select(static result => result.CarrierServicePointId).Order(StringComparer.Ordinal);

    private sealed class LastAddress : IGeocoder
    {
        public GeocodingAddress? Address { get; private set; }

        public ValueTask<GeocodingAnswer> GeocodeAsync(GeocodingAddress address, CancellationToken cancellationToken)
        {
            Address = address;
            return new(GeocodingAnswer.NotFound);
        }
    }

    private sealed class DhlForAll : IIntegrationSettings
    {
        public Integration Find(string? account) => new(true, ["dhl", "unknown"]);
    }
}
