using SpatialIndex.ServicePoints.Search;
using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.ServicePoints.Tests.Search;

public sealed class PreparedSearchTests : IDisposable
{
    private static readonly GeoPoint Center = new() { Latitude = 52, Longitude = 5 };
    private static readonly BoundingBox Around = BoundingBox.Enclosing(Center, 500_000);

    private readonly TestFolder _folder = new();
    private readonly Snapshot _snapshot;
    private readonly ServicePointSearch _search;

    /// <summary>Makes points A to D, each further north of the centre.</summary>
    public PreparedSearchTests()
    {
        _snapshot = TestPoints.BuildSnapshot(_folder, "ABCD".Select(static (id, i) => TestPoints.Simple($"{id}", latitude: 52 + (i / 10.0), longitude: 5)));
        _search = new ServicePointSearch(_snapshot);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void Find_RadiusThatEndsAtAPoint_FindsItAndNothingBeyond(bool hasBox, bool hasIdentifiers)
    {
        double radius = Haversine.DistanceMeters(Center, new GeoPoint { Latitude = 52.2, Longitude = 5 });
        PreparedSearch search = _search.Prepare(new SearchRequest
        {
            CountryCode = "NL",
            ReferencePoint = Center,
            RadiusMeters = radius,
            Box = hasBox ? Around : null,
            CarrierServicePointIds = hasIdentifiers ? ["D", "C", "B", "A"] : null,
        });

        Assert.Equal(["A", "B", "C"], Find(search));
    }

    [Theory]
    [InlineData(5, new[] { "A" })]
    [InlineData(5.001, new string[0])]
    public void Find_RadiusOfNothing_FindsWhatIsThere(double longitude, string[] expected)
    {
        PreparedSearch search = _search.Prepare(new SearchRequest
        {
            CountryCode = "NL",
            ReferencePoint = Center with { Longitude = longitude },
            RadiusMeters = 0,
        });

        Assert.Equal(expected, Find(search));
    }

    [Fact]
    public void MaxResults_IsAsManyAsThereCanBe()
    {
        Assert.Equal(4, _search.Prepare(new SearchRequest { CountryCode = "NL" }).MaxResults);
        Assert.Equal(2, _search.Prepare(new SearchRequest { CountryCode = "NL", CarrierServicePointIds = ["A", "C", "nothing"] }).MaxResults);
        Assert.Equal(0, _search.Prepare(new SearchRequest { CountryCode = "AQ" }).MaxResults);
    }

    [Fact]
    public void Explain_WhatIsNotLookedForInTheTree_CountsNothing()
    {
        SearchRequest[] requests =
        [
            new() { CountryCode = "NL" },
            new() { CountryCode = "NL", ReferencePoint = Center, CarrierServicePointIds = ["A"] },
            new() { CountryCode = "NL", ReferencePoint = Center, CarrierCodes = [] },
            new() { CountryCode = "AQ", ReferencePoint = Center },
        ];

        Assert.All(requests, request => Assert.Equal(default, _search.Prepare(request).Explain(TestPoints.AsOf, new Neighbor[4])));
    }

    [Fact]
    public void HitOf_RowBehindTheLast_Throws()
    {
        PreparedSearch search = _search.Prepare(new SearchRequest { CountryCode = "NL" });

        ArgumentOutOfRangeException exception = Assert.Throws<ArgumentOutOfRangeException>("result", () => search.HitOf(new Neighbor(1, 4, 0), TestPoints.AsOf));

        Assert.StartsWith("The result is of another search.", exception.Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _snapshot.Dispose();
        _folder.Dispose();
    }

    private static string[] Find(PreparedSearch search)
    {
        var results = new Neighbor[10];
        int count = search.Find(TestPoints.AsOf, results);
        return [.. results[..count].Select(result => search.HitOf(result, TestPoints.AsOf).Point.CarrierServicePointId)];
    }
}
