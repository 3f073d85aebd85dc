using SpatialIndex.ServicePoints.Feeds;
using SpatialIndex.ServicePoints.Geocoding;
using SpatialIndex.ServicePoints.Model;
using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.ServicePoints.Tests.Feeds;

/// <summary>Feeds built with a gazetteer: positions for points that have none, doubts about those that have.</summary>
public sealed class GeocodedFeedTests : IClassFixture<BalkanAndBalticPlaces>, IDisposable
{
    private const string Profile = """
        {
          "name": "mine",
          "format": "ndjson",
          "carriers": [{ "code": "mine", "name": "Mine" }],
          "fields": {
            "carrier_code": { "constant": "mine" }, "carrier_service_point_id": { "constant": "1" }, "country_code": "country",
            "street": "street", "house_number": "number", "postal_code": "code", "city": "city", "latitude": "lat", "longitude": "lon"
          }
        }
        """;

    private const string Postal =
        "LT\t09308\tVilnius\tVilniaus\t58\t\t\t\t\t54.70\t25.27\t4\nLT\tLT-44001\tKaunas\tKauno\t57\t\t\t\t\t54.90\t23.90\t4\n"
        + "FR\t97110\tPointe-à-Pitre\tGuadeloupe\t01\t\t\t\t\t16.24\t-61.53\t4\n";

    private readonly TestFolder _folder = new();
    private readonly string _gazetteer;
    private readonly BalkanAndBalticPlaces _places;

    public GeocodedFeedTests(BalkanAndBalticPlaces places)
    {
        _places = places;
        _gazetteer = _folder["places.gazetteer"];
        Gazetteer.Build(_gazetteer, [_folder.Write("LT.txt", Postal)]);
    }

    public static IEnumerable<object[]> RealFiles => DocumentedRows.Of(
        "docs/feeds.md", "| file | records | points | found by postal code | by city | not found |");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("null, \"lon\": 25", "latitude is missing; it is that of the address, found by its city")]
    [InlineData("\"north\", \"lon\": 25", "latitude is not a number; it is that of the address, found by its city")]
    [InlineData("0, \"lon\": 0", "latitude the position is 0, 0, which stands for an unknown one; it is that of the address, found by its city")]
    [InlineData("54, \"lon\": 251", "longitude is not from -180 to 180 degrees; it is that of the address, found by its city")]
    public void Build_NoUsablePosition_IsThatOfTheAddress(string position, string expected)
    {
        (ServicePoint? point, FeedProblem problem) = Build($$"""{"city": "Vilnius", "country": "LT", "lat": {{position}}}""");

        Assert.Equal((54.70, 25.27), (point!.Position.Latitude, point.Position.Longitude));
        Assert.Equal((FeedProblemKind.Warning, expected), (problem.Kind, $"{problem.Field} {problem.Reason}"));
        Assert.StartsWith("Vilnius, to ", problem.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_PartOfTheAddressIsUnknown_IsSaid()
    {
        (ServicePoint? point, FeedProblem problem) = Build("""{"street": "Upės g.", "number": "9", "code": "9308", "city": "Vilnius", "country": "LT"}""");

        Assert.Equal((54.70, 25.27), (point!.Position.Latitude, point.Position.Longitude));
        Assert.Equal("is missing; it is that of the address, found in part by its city", problem.Reason);
        Assert.StartsWith("Upės g. 9 9308 Vilnius, to ", problem.Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"city": "Nowhere", "code": "99999", "country": "LT"}""", "99999 Nowhere")]
    [InlineData("""{"city": "Vilnius", "country": "JP"}""", "Vilnius")]
    [InlineData("""{"city": "", "country": "LT"}""", "")]
    public void Build_AddressIsNotFound_IsRejected(string record, string address)
    {
        (ServicePoint? point, FeedProblem problem) = Build(record);

        Assert.Null(point);
        Assert.Equal(
            (FeedProblemKind.Rejected, "latitude", "is missing, and the address was not found", address), (problem.Kind, problem.Field, problem.Reason, problem.Value));
    }

    [Theory]
    [InlineData("09308", 54.60, 25.20, null)]
    [InlineData("99999", 54.90, 23.90, null)]
    [InlineData("", 54.90, 23.90, null)]
    [InlineData("09308", 54.90, 23.90, "lies far outside its postal code")]
    [InlineData("LT-09308", 54.90, 23.90, "lies far outside its postal code")]
    [InlineData("09308", 25.27, 54.70, "lies far outside its postal code, and in it with latitude and longitude swapped")]
    public void Build_PositionFarFromItsPostalCode_IsDoubtedAndKept(string postalCode, double latitude, double longitude, string? expected)
    {
        (ServicePoint? point, FeedProblem? problem) = TryBuild(FormattableString.Invariant(
            $$"""{"code": "{{postalCode}}", "city": "Vilnius", "country": "LT", "lat": {{latitude}}, "lon": {{longitude}}}"""));

        Assert.Equal((latitude, longitude), (point!.Position.Latitude, point.Position.Longitude));
        Assert.Equal(expected, problem?.Reason);
        Assert.Equal(expected is null ? null : "position", problem?.Field);
    }

    [Fact]
    public void Build_TerritoryWhoseCodesAreListedUnderAnotherCountry_IsLookedUpThere()
    {
        (ServicePoint? near, FeedProblem? none) = TryBuild("""{"code": "97110", "country": "GP", "lat": 16.25, "lon": -61.5}""");
        (ServicePoint? far, FeedProblem? doubt) = TryBuild("""{"code": "97110", "country": "GP", "lat": 46.5, "lon": 2.5}""");

        Assert.Null(none);
        Assert.Equal("97110, 6727 km away", doubt?.Value);
        Assert.True(near is not null && far is not null);
    }

    [Fact]
    public void Build_WithoutGazetteer_IsAsBefore()
    {
        (ServicePoint? point, FeedProblem problem) = Build("""{"city": "Vilnius", "country": "LT"}""", gazetteer: null);

        Assert.Null(point);
        Assert.Equal("is missing", problem.Reason);
    }

    /// <summary>The rows of the table of feeds without positions in <c>docs/feeds.md</c>.</summary>
    [SkippableTheory]
    [MemberData(nameof(RealFiles))]
    public void Build_RealFileWithoutPositions_BecomesWhatTheDocumentationSays(string file, string row)
    {
        string path = Repository.Shared($"data/points/{file}");
        var problems = new List<FeedProblem>();

        FeedSummary summary = Assert.Single(SnapshotBuilder.Build(
            [new FeedInput(path, FeedProfileRecognizer.Recognize(path))], Options(_places.Path, problems), _folder["real.snapshot"]));

        int By(string precision) => problems.Count(problem => problem.Reason.EndsWith($"by its {precision}", StringComparison.Ordinal));
        string actual = $"| `{file}` | {summary.Records} | {summary.Points} | {By("postal_code")} | {By("city")} | {summary.Rejected} |";
        Assert.Equal(summary.Points, By("postal_code") + By("city"));
        Assert.True(row == actual, $"The row is: {actual}");
    }

    private static SnapshotBuildOptions Options(string? gazetteer, List<FeedProblem> problems) => new()
    {
        AsOf = TestPoints.AsOf,
        MaxRejectedPercent = 100,
        GazetteerPath = gazetteer,
        OnProblem = problems.Add,
    };

    private (ServicePoint? Point, FeedProblem Problem) Build(string record) => Build(record, _gazetteer);

    private (ServicePoint? Point, FeedProblem Problem) Build(string record, string? gazetteer)
    {
        (ServicePoint? point, FeedProblem? problem) = TryBuild(record, gazetteer);
        return (point, problem ?? throw new InvalidOperationException("No problem was reported."));
    }

    private (ServicePoint? Point, FeedProblem? Problem) TryBuild(string record) => TryBuild(record, _gazetteer);

    private (ServicePoint? Point, FeedProblem? Problem) TryBuild(string record, string? gazetteer)
    {
        var problems = new List<FeedProblem>();
        SnapshotBuilder.Build(
            [new FeedInput(_folder.Write("feed.ndjson", record), FeedProfileReader.Parse(Profile, "mine.json"))],
            Options(gazetteer, problems),
            _folder["one.snapshot"]);
        using Snapshot snapshot = Snapshot.Open(_folder["one.snapshot"]);
        return (snapshot.Points().SingleOrDefault(), problems.SingleOrDefault());
    }
}
