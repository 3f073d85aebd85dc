using SpatialIndex.ServicePoints.Feeds;
using SpatialIndex.ServicePoints.Feeds.WeeklyHours;
using SpatialIndex.ServicePoints.Model;
using SpatialIndex.ServicePoints.Tests.Feeds.WeeklyHours;

namespace SpatialIndex.ServicePoints.Tests.Feeds;

/// <summary>Objects of OpenStreetMap as the tools that make GeoJSON of them write them.</summary>
public sealed class OsmFeedTests : IDisposable
{
    private const string Point = """ "geometry": { "type": "Point", "coordinates": [5.1214, 52.0907] } """;

    private const string Tags =
        """ "amenity": "post_office", "operator": "PostNL", "addr:street": "Oudegracht", "addr:housenumber": "1", "addr:country": "NL", "opening_hours": "Mo-Fr 09:00-18:00" """;

    private readonly TestFolder _folder = new();

    [Fact]
    public void Build_Monaco_HasItsPostOffices()
    {
        RealFeed feed = RealFeed.Build(Repository.Sample("monaco_post_points.geojson"));

        Assert.Equal(("osm", 7, 7), (feed.Summary.Profile, feed.Summary.Records, feed.Summary.Points));
        Assert.Equal(
            ["laposte 00926A", "laposte 00954A", "laposte node/1794111149", "laposte node/1800378855", "laposte node/3297635906", "osm node/1094735869", "osm node/2287694904"],
            feed.Points.Select(static point => $"{point.Carrier.Code} {point.CarrierServicePointId}").Order(StringComparer.Ordinal));
        Assert.All(feed.Points, static point => Assert.Equal(("MC", GeneralShopType.PostOffice), (point.Address.CountryCode, point.GeneralShopType)));
        Assert.Equal(
            new Address { Street = "Place du Campanin", HouseNumber = "3", PostalCode = "98000", City = "Monaco", CountryCode = "MC" }, feed["00926A"].Address);
        Assert.Equal(new GeoPoint { Latitude = 43.7279703, Longitude = 7.4179062 }, feed["00926A"].Position);
        Assert.Equal("3631", feed["00954A"].Contact.Phone);
    }

    [Theory]
    [InlineData($$""" "properties": { "@type": "node", "@id": 17, {{Tags}} }, {{Point}} """, "osmium export -a type,id")]
    [InlineData($$""" "id": "n17", "properties": { {{Tags}} }, {{Point}} """, "osmium export -u type_id")]
    [InlineData($$""" "id": "node/17", "properties": { "@id": "node/17", {{Tags}} }, {{Point}} """, "Overpass turbo")]
    [InlineData($$""" "id": "node/17", "properties": { "type": "node", "id": 17, "tags": { {{Tags}} }, "relations": [], "meta": {} }, {{Point}} """, "osmtogeojson")]
    [InlineData($$""" "properties": { "type": "node", "id": "17", {{Tags}} }, {{Point}} """, "flat properties")]
    [InlineData($$""" "properties": { "full_id": "n17", "osm_id": "17", "osm_type": "node", {{Tags}} }, {{Point}} """, "QuickOSM")]
    public void Read_FormOfATool_GivesTheSamePoint(string feature, string tool)
    {
        FeedRecordResult result = Assert.Single(Read(feature));

        ServicePoint point = result.Point!;
        Assert.Empty(result.Problems);
        Assert.True(
            ("node/17", "postnl", "Oudegracht", "1", "NL", "1-5 09:00-18:00") ==
            (point.CarrierServicePointId, point.Carrier.Code, point.Address.Street, point.Address.HouseNumber, point.Address.CountryCode, HoursTextTests.Show(point.OpeningTimes)),
            tool);
        Assert.Equal(new GeoPoint { Latitude = 52.0907, Longitude = 5.1214 }, point.Position);
    }

    [Theory]
    [InlineData("Polygon", "[[[5,52],[5.2,52],[5.2,52.1],[5,52.1],[5,52]]]", 52.05, 5.1)]
    [InlineData("Polygon", "[[[5,52],[5,52.1],[5.2,52.1],[5.2,52],[5,52]],[[5.01,52.01],[5.02,52.01],[5.02,52.02],[5.01,52.01]]]", 52.05, 5.1)]
    [InlineData("Polygon", "[[[5,52],[5.4,52],[5.4,52.2],[5.2,52.2],[5.2,52.4],[5,52.4],[5,52]]]", 52.0 + (1.0 / 6), 5.0 + (1.0 / 6))]
    [InlineData("MultiPolygon", "[[[[7,50],[7.1,50],[7.1,50.1],[7,50]]],[[[5,52],[5.2,52],[5.2,52.2],[5,52.2],[5,52]]]]", 52.1, 5.1)]
    [InlineData("Polygon", "[[[179.9,-16],[-179.9,-16],[-179.9,-16.1],[179.9,-16.1],[179.9,-16]]]", -16.05, 180)]
    public void Read_Building_IsAtTheMiddleOfItsRing(string type, string coordinates, double latitude, double longitude)
    {
        FeedRecordResult result = Assert.Single(Read($$""" "properties": { "@type": "way", "@id": 4, {{Tags}} }, "geometry": { "type": "{{type}}", "coordinates": {{coordinates}} } """));

        Assert.Equal("way/4", result.Point!.CarrierServicePointId);
        Assert.InRange(result.Point.Position.Latitude, latitude - 1e-9, latitude + 1e-9);
        Assert.InRange(Math.Abs(result.Point.Position.Longitude), longitude - 1e-9, longitude + 1e-9);
        Assert.Contains(result.Problems, static problem => problem is { Kind: FeedProblemKind.Warning, Field: "latitude" });
    }

    [Theory]
    [InlineData("Polygon", "[]")]
    [InlineData("Polygon", "[[[5,52],[5.2,52],[5,52]]]")]
    [InlineData("Polygon", "[[[5,52],[5.2,\"x\"],[5,52.1],[5,52]]]")]
    [InlineData("Point", "[5]")]
    [InlineData("Point", "[5,95]")]
    public void Read_DamagedGeometry_IsRejected(string type, string coordinates)
    {
        FeedRecordResult result = Assert.Single(Read($$""" "properties": { "@id": 4, {{Tags}} }, "geometry": { "type": "{{type}}", "coordinates": {{coordinates}} } """));

        Assert.Contains(result.Problems, static problem => problem is { Kind: FeedProblemKind.Rejected, Field: "latitude" });
    }

    [Theory]
    [InlineData("\"amenity\": \"post_box\"", "neither a post office")]
    [InlineData("\"shop\": \"kiosk\", \"post_office\": \"no\"", "neither a post office")]
    [InlineData("\"amenity\": \"parcel_locker\", \"parcel_pickup\": \"no\"", "picked up")]
    [InlineData("\"amenity\": \"parcel_locker\", \"access\": \"private\"", "public")]
    [InlineData("\"amenity\": \"post_office\", \"disused\": \"yes\"", "operation")]
    public void Read_NoPlaceForParcels_IsSkipped(string tags, string reason)
    {
        FeedProblem problem = Assert.Single(Assert.Single(Read(Feature(tags))).Problems);

        Assert.Equal(FeedProblemKind.Skipped, problem.Kind);
        Assert.Contains(reason, problem.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_Line_IsSkipped() => Assert.Equal(
        FeedProblemKind.Skipped,
        Assert.Single(Assert.Single(Read($$""" "properties": { "@id": 4, {{Tags}} }, "geometry": { "type": "LineString", "coordinates": [[5,52],[5,53]] } """)).Problems).Kind);

    [Theory]
    [InlineData("\"amenity\": \"post_office\", \"operator\": \"Deutsche Post AG\"", "deutschepost", "post_office")]
    [InlineData("\"amenity\": \"post_office\", \"operator\": \"K. Meier\", \"operator:wikidata\": \"Q157645\"", "deutschepost", "post_office")]
    [InlineData("\"amenity\": \"post_office;bank\", \"brand\": \"POSTNL\"", "postnl", "post_office")]
    [InlineData("\"amenity\": \"parcel_locker\", \"brand\": \"DHL Packstation\", \"brand:wikidata\": \"Q1766703\"", "dhl", "locker")]
    [InlineData("\"amenity\": \"parcel_locker\", \"operator\": \"UPS\", \"brand\": \"Allegro One Box\"", "allegro_one_box", "locker")]
    [InlineData("\"amenity\": \"vending_machine\", \"vending\": \"parcel_pickup;parcel_mail_in\", \"operator\": \"InPost\"", "inpost", "locker")]
    [InlineData("\"shop\": \"kiosk\", \"brand\": \"Edeka\", \"post_office\": \"post_partner\", \"post_office:brand\": \"Hermes; DHL\"", "hermes", "servicepoint")]
    [InlineData("\"shop\": \"kiosk\", \"post_office\": \"post_partner\", \"post_office:brand\": \"Sparda;DHL\"", "dhl", "servicepoint")]
    [InlineData("\"amenity\": \"post_office\", \"name\": \"La Poste - Mairie\"", "laposte", "post_office")]
    [InlineData("\"amenity\": \"post_office\", \"ref:FR:LaPoste\": \"00926A\"", "laposte", "post_office")]
    public void Read_Tags_TellCarrierAndKind(string tags, string carrier, string kind)
    {
        FeedRecordResult result = Assert.Single(Read(Feature($"{tags}, \"addr:country\": \"DE\"")));

        Assert.Equal((carrier, kind), (result.Point!.Carrier.Code, result.Point.GeneralShopType));
        Assert.Empty(result.Problems);
    }

    [Theory]
    [InlineData("\"amenity\": \"post_office\", \"operator\": \"Brievenbode BV\"", "Brievenbode BV")]
    [InlineData("\"amenity\": \"post_office\"", null)]
    public void Read_CarrierThatIsNotKnown_IsReported(string tags, string? named)
    {
        FeedRecordResult result = Assert.Single(Read(Feature($"{tags}, \"addr:country\": \"NL\"")));

        Assert.Equal("osm", result.Point!.Carrier.Code);
        FeedProblem problem = Assert.Single(result.Problems);
        Assert.Equal((FeedProblemKind.Warning, "carrier_code", named), (problem.Kind, problem.Field, problem.Value));
    }

    [Theory]
    [InlineData("\"brand\": \"InPost\", \"operator\": \"InPost S.A.\", \"ref\": \"WAW123M\"", "WAW123M")]
    [InlineData("\"brand\": \"Paczkomat InPost\", \"ref\": \"KRA012\"", "KRA012")]
    [InlineData("\"operator\": \"INPOST\"", "node/4")]
    [InlineData("\"brand\": \"DHL Packstation\", \"ref\": \"ABC123\"", "node/4")]
    public void Read_ReferenceOfTheCarrier_IsItsIdentifier(string tags, string id) =>
        Assert.Equal(id, Assert.Single(Read(Feature($"\"amenity\": \"parcel_locker\", {tags}"))).Point!.CarrierServicePointId);

    [Fact]
    public void Read_NoCountry_IsThatOfTheNearestTownAndReported()
    {
        FeedRecordResult result = Assert.Single(Read(Feature("\"amenity\": \"post_office\", \"operator\": \"PostNL\"")));

        Assert.Equal("NL", result.Point!.Address.CountryCode);
        Assert.Equal(("country_code", "NL"), (Assert.Single(result.Problems).Field, result.Problems[0].Value));
    }

    [Theory]
    [InlineData("Mo-Fr 09:00-18:00; PH off", OpeningTimesSource.WeeklyPart, false)]
    [InlineData("Apr-Sep Mo-Fr 09:00-18:00", OpeningTimesSource.NotUnderstood, true)]
    public void Read_HoursThatAreNotAWeek_AreReportedWithTheirText(string hours, string reason, bool areUnknown)
    {
        FeedRecordResult result = Assert.Single(Read(Feature($"\"amenity\": \"post_office\", \"operator\": \"PostNL\", \"addr:country\": \"NL\", \"opening_hours\": \"{hours}\"")));

        Assert.Equal((reason, hours), (Assert.Single(result.Problems).Reason, result.Problems[0].Value));
        Assert.Equal(areUnknown, result.Point!.OpeningTimes.IsEmpty);
    }

    [Theory]
    [InlineData("monaco.osm.pbf", new byte[] { 0, 0, 0, 13, 10, 9, (byte)'O', (byte)'S', (byte)'M', (byte)'H', (byte)'e', (byte)'a', (byte)'d', (byte)'e', (byte)'r', 24 })]
    [InlineData("monaco.osm", new byte[] { (byte)'<', (byte)'o', (byte)'s', (byte)'m', (byte)' ' })]
    public void Read_OwnFormatOfOpenStreetMap_IsRefusedWithTheCommand(string name, byte[] content)
    {
        string path = _folder.Write(name, content);

        string recognizing = Assert.Throws<FeedException>(() => FeedProfileRecognizer.Recognize(path)).Message;
        string reading = Assert.Throws<FeedException>(() => ReadFile(path).Count()).Message;

        Assert.Contains($"osmium tags-filter '{path}' ", recognizing, StringComparison.Ordinal);
        Assert.Contains("osmium export ", recognizing, StringComparison.Ordinal);
        Assert.Equal(recognizing, reading);
    }

    public void Dispose() => _folder.Dispose();

    private static string Feature(string tags) => $$""" "properties": { "@type": "node", "@id": 4, {{tags}} }, {{Point}} """;

    /// <summary>Reads the feature behind a letter box, as the profile that is recognised says.</summary>
    private IEnumerable<FeedRecordResult> Read(string feature)
    {
        string box = Feature("\"amenity\": \"post_box\"");
        string path = _folder.Write("osm.geojson", $$"""{ "type": "FeatureCollection", "features": [{ "type": "Feature", {{box}} }, { "type": "Feature", {{feature}} }] }""");
        Assert.Equal("osm", FeedProfileRecognizer.Recognize(path).Name);
        return ReadFile(path).Skip(1);
    }

    private static IEnumerable<FeedRecordResult> ReadFile(string path) =>
        new FeedReader(path, FeedProfiles.Find("osm")!, CarrierCatalogue.Empty, TestPoints.AsOf).Read();
}
