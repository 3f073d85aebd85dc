using System.Text;
using SpatialIndex.ServicePoints.Feeds;
using SpatialIndex.ServicePoints.Model;
using SpatialIndex.ServicePoints.Snapshots;
using SpatialIndex.ServicePoints.Tests.Feeds.WeeklyHours;

namespace SpatialIndex.ServicePoints.Tests.Feeds.Proposals;

/// <summary>Profiles that are proposed for feeds of unknown shapes, built with as they are.</summary>
public sealed class FeedProfileProposerTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [Fact]
    public void Propose_GermanCsv_GivesItsPoints()
    {
        IReadOnlyList<string> points = Build(InventedFeeds.GermanCsv(_folder), out FeedProfileProposal proposal);

        Assert.Equal(
            [
                "boten 1000 locker, Paketstation Dresden, Prager Str.|1|01067|Dresden|DE, 51.0474 13.737, 0351/120456, 1-7 00:00-24:00",
                "boten 1001 servicepoint, Lädchen Leipzig, Markt|2a|04109|Leipzig|DE, 51.3397 12.3731, 0341/121456, 1-5 08:00-12:00 13:00-18:30; 6 09:00-13:00",
                "boten 1003 servicepoint, Kiosk München, Marienplatz|5|80331|München|DE, 48.1374 11.5755, 089/124456, 1-5 08:00-18:00; 6 09:00-13:00",
            ],
            points);
        Assert.StartsWith("format: csv with \";\" between columns, windows-1252; 4 records", proposal.Findings[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Propose_SpanishJson_GivesItsPoints()
    {
        IReadOnlyList<string> points = Build(InventedFeeds.SpanishJson(_folder), out FeedProfileProposal proposal);

        const string Hours = "1-5 09:00-14:00 17:00-20:00; 6 10:00-13:30";
        Assert.Equal(
            [
                $"recogida ES-01 locker, Estanco Madrid, Calle Mayor|7|28013|Madrid|ES, 40.4168 -3.7038, , {Hours}",
                $"recogida ES-02 servicepoint, Estanco Sevilla, Calle Sierpes|20|41001|Sevilla|ES, 37.3891 -5.9845, , {Hours}",
            ],
            points);
        Assert.Contains("\"records\": \"cuerpo.puntos.lista\"", proposal.Profile.Json, StringComparison.Ordinal);
        Assert.Contains(proposal.Findings, static finding => finding.Contains("by values", StringComparison.Ordinal));
    }

    [Fact]
    public void Propose_CzechNdjson_GivesItsPoints() => Assert.Equal(
        [
            "vydejna CZ0X servicepoint, Večerka Praha, Vodičkova|28|110 00|Praha|CZ, 50.0806 14.426, , 1-5 08:00-18:00; 6 08:00-11:00",
            "vydejna CZ1X locker, Večerka Brno, Česká|5|602 00|Brno|CZ, 49.1951 16.6068, , 1-5 08:00-12:00 12:30-18:00; 6 08:00-11:00",
        ],
        Build(InventedFeeds.CzechNdjson(_folder), out _));

    [Fact]
    public void Propose_ItalianTabs_GivesItsPoints() => Assert.Equal(
        [
            "ritiro P0 , Tabacchi Roma, Via Cavour|12|00184|Roma|IT, 41.8986 12.4953, +39 06 12340, 1-5 08:30-13:00 15:30-19:30; 6 09:00-13:00",
            "ritiro P1 , Tabacchi Milano, Via Brera|3|20121|Milano|IT, 45.471 9.188, +39 02 12341, 1-6 09:00-19:00",
        ],
        Build(InventedFeeds.ItalianTabs(_folder), out _));

    [Fact]
    public void Propose_PolishBars_GivesItsPoints() => Assert.Equal(
        [
            "paczka PL000 , Żabka Łódź, Piotrkowska|102|90-001|Łódź|PL, 51.769 19.456, , 1-6 06:00-23:00; 7 11:00-20:00",
            "paczka PL002 , Żabka Gdańsk, Długa|47/49|80-831|Gdańsk|PL, 54.3487 18.6532, , 1-7 00:00-24:00",
        ],
        Build(InventedFeeds.PolishBars(_folder), out _));

    [Fact]
    public void Propose_HungarianJson_GivesItsPoints()
    {
        const string Hours = "1-5 08:00-19:00; 6 08:00-13:00";
        Assert.Equal(
            [
                $"csomag 100 , Csomagpont Budapest, Október 6. utca|4|1051|Budapest|HU, 47.5001 19.0502, , {Hours}",
                $"csomag 101 , Csomagpont Szeged, Kárász utca|9|6720|Szeged|HU, 46.253 20.148, , {Hours}",
            ],
            Build(InventedFeeds.HungarianJson(_folder), out FeedProfileProposal proposal));
        Assert.Contains(proposal.Findings, static finding => finding.Contains("the other way round than their names say", StringComparison.Ordinal));
        Assert.Contains(proposal.Undecided, static text => text.StartsWith("general_shop_type:", StringComparison.Ordinal));
    }

    [Fact]
    public void Propose_DutchGeoJson_GivesItsPoints() => Assert.Equal(
        [
            "dhl_parcel pt1 locker, Kluis Arnhem, |||Arnhem|NL, 51.9851 5.8987, , 1-7 00:00-24:00",
            "postnl pt0 servicepoint, Winkel Utrecht, |||Utrecht|NL, 52.0907 5.1214, , 1-5 09:00-18:00; 6 10:00-17:00",
        ],
        Build(InventedFeeds.DutchGeoJson(_folder), out _));

    [Theory]
    [InlineData("[]", "no array of records")]
    [InlineData("{\"data\":{\"14\":{\"id\":14,\"lat\":50.1},\"15\":{\"id\":15,\"lat\":50.2}}}", "no array of records")]
    [InlineData("{\"1\":{\"h\":[{\"d\":1}]},\"2\":{\"h\":[{\"d\":1}]},\"3\":{\"h\":[{\"d\":1}]}}", "no array of records")]
    [InlineData("{\"a\":[[1]]}", "rejected")]
    [InlineData("{\"a\":[{\"x\":1},", "not JSON")]
    [InlineData("<a/>", "XML")]
    [InlineData("PK\u0003\u0004", "workbook")]
    [InlineData("  \n", "blank")]
    [InlineData("", "empty")]
    [InlineData("hello\nworld\n", "neither JSON")]
    [InlineData("id;lat;lon\n", "records below it")]
    [InlineData("1;52.12;5.13\n2;52.22;5.14\n", "names of the columns")]
    public void Propose_NothingToPropose_IsRefusedOrSaid(string content, string reason)
    {
        string path = _folder.Write("feed.txt", content);

        string said = reason == "rejected"
            ? string.Join('\n', FeedProfileProposer.Propose(path).Undecided)
            : Assert.Throws<FeedException>(() => FeedProfileProposer.Propose(path)).Message;

        Assert.Contains(reason, said, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', said);
    }

    [Fact]
    public void Propose_CarrierOfTheUser_IsThatOfAll()
    {
        FeedProfileProposal proposal = FeedProfileProposer.Propose(InventedFeeds.DutchGeoJson(_folder), "mine");

        Assert.Equal("mine", Assert.Single(proposal.Profile.Carriers).Code);
        Assert.DoesNotContain(proposal.Undecided, static text => text.StartsWith("carrier_code:", StringComparison.Ordinal));
    }

    [Fact]
    public void Propose_SeveralCountriesAndNoneNamed_GoesByTheNearestTown()
    {
        string path = _folder.Write("europe.csv", "id,name,lat,lng\n1,Utrecht,52.09,5.12\n2,Paris,48.85,2.35\n3,Roma,41.90,12.50\n");

        IReadOnlyList<string> points = Build(path, out FeedProfileProposal proposal);

        Assert.Equal(["NL", "FR", "IT"], points.Select(static point => point.Split(',')[2][^2..]));
        Assert.Contains(proposal.Undecided, static text => text.StartsWith("country_code: close to a border", StringComparison.Ordinal));
    }

    [Fact]
    public void Propose_ListsInsideRecords_SaysHowToReadThem() => Assert.Contains(
        FeedProfileProposer.Propose(_folder.Write("nested.json", """{"regions":[{"name":"N","shops":[{"id":1,"lat":52.1,"lon":5.1}]},{"name":"S","shops":[{"id":2,"lat":51.1,"lon":5.2}]}]}""")).Undecided,
        static text => text.Contains("jq '[.regions[].shops[]]'", StringComparison.Ordinal));

    /// <summary>Names of days in two words, in the object around the times.</summary>
    [Fact]
    public void Propose_DaysInTwoWords_AreFound()
    {
        string[] days = ["segunda-feira", "terça-feira", "quarta-feira", "quinta-feira", "sexta-feira"];
        string week = string.Join(',', days.Select(static day => $"\"{day}\":{{\"abertura\":\"09:00\",\"fecho\":\"19:00\"}}"));
        string path = _folder.Write("pontos.json", $$"""[{"id":7,"lat":"40.2110","lng":"-8.4292","horario":{ {{week}},"sábado":{"abertura":"09:00","fecho":"13:00"},"domingo":null} }]""");

        Assert.EndsWith("1-5 09:00-19:00; 6 09:00-13:00", Assert.Single(Build(path, out _)), StringComparison.Ordinal);
    }

    /// <summary>Which number is Sunday is told by the day on which fewer points are open.</summary>
    [Theory]
    [InlineData(0, "1-6 09:00-18:00")]
    [InlineData(6, "1-6 09:00-18:00")]
    public void Propose_NumbersOfDays_AreTold(int closed, string hours)
    {
        string week = string.Join(',', Enumerable.Range(0, 7).Select(day => day == closed ? $$"""{"day":{{day}},"from":null,"to":null}""" : $$"""{"day":{{day}},"from":"09:00","to":"18:00"}"""));
        string path = _folder.Write("points.json", $$"""[{"id":7,"lat":"52.0907","lng":"5.1214","hours":[{{week}}] }]""");

        Assert.EndsWith(hours, Assert.Single(Build(path, out _)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lat;lon", "155000;463000", "are no degrees")]
    [InlineData("breite;laenge", "52°22'13\"N;4°53'42\"E", "are no degrees")]
    [InlineData("a;b", "x;y", "no positions found")]
    [InlineData("weight;price", "31.50;12.99", "no positions found")]
    [InlineData("weight;depth", "-31.505;-12.995", "no positions found")]
    public void Propose_NoDegrees_IsLeftToTheUser(string columns, string values, string reason) =>
        Assert.Contains(
            FeedProfileProposer.Propose(_folder.Write("feed.csv", $"id;{columns}\n1;{values}\n2;{values}\n")).Undecided,
            text => text.Contains(reason, StringComparison.Ordinal));

    [Fact]
    public void Propose_NoIdentifier_DerivesOne()
    {
        string path = _folder.Write("feed.csv", "name,lat,lon\nA,52.10,5.10\nA,52.20,5.20\n");

        IReadOnlyList<string> points = Build(path, out FeedProfileProposal proposal);

        Assert.All(points, static point => Assert.StartsWith("feed derived-", point, StringComparison.Ordinal));
        Assert.Contains(proposal.Undecided, static text => text.StartsWith("carrier_service_point_id:", StringComparison.Ordinal));
    }

    [Fact]
    public void Propose_NumbersAPlace_DiffersByCountry()
    {
        string path = _folder.Write("feed.csv", "country,code,name,lat,lon\nNL,1,A,52.10,5.10\nDE,1,B,52.52,13.40\nNL,2,C,52.20,5.20\n");

        Assert.Equal(["DE-1", "NL-1", "NL-2"], Build(path, out _).Select(static point => point.Split(' ')[1]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Propose_StateWithAWordThatIsNotKnown_AsksForIt()
    {
        string path = _folder.Write("feed.csv", "id,status,lat,lon\n1,open,52.10,5.10\n2,closed,52.20,5.20\n3,renovation,52.30,5.30\n");

        IReadOnlyList<string> points = Build(path, out FeedProfileProposal proposal);

        Assert.Equal(2, points.Count);
        Assert.Contains(proposal.Undecided, static text => text.Contains("\"renovation\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Propose_AnyFile_IsReadAgainAsItIsPrinted()
    {
        FeedProfileProposal proposal = FeedProfileProposer.Propose(InventedFeeds.SpanishJson(_folder));

        Assert.Equal(proposal.Profile.Json, FeedProfileReader.Parse(proposal.Profile.Json, "again.json").Json);
        Assert.All(proposal.Profile.Json.Split('\n'), static line => Assert.InRange(line.Length, 1, 140));
    }

    [Fact]
    public void Propose_SameFile_ProposesTheSame() => Assert.Equal(
        FeedProfileProposer.Propose(InventedFeeds.HungarianJson(_folder)).Profile.Json, FeedProfileProposer.Propose(InventedFeeds.HungarianJson(_folder)).Profile.Json);

    public void Dispose() => _folder.Dispose();

    /// <summary>The points that a build with the proposed profile gives, in the order of the feed's file.</summary>
    private IReadOnlyList<string> Build(string path, out FeedProfileProposal proposal)
    {
        proposal = FeedProfileProposer.Propose(path);
        string profile = _folder.Write("profile.json", Encoding.UTF8.GetBytes(proposal.Profile.Json));
        SnapshotBuilder.Build([new FeedInput(path, FeedProfileReader.Read(profile))], new SnapshotBuildOptions { AsOf = TestPoints.AsOf, MaxRejectedPercent = 50 }, _folder["out.snapshot"]);
        using Snapshot snapshot = Snapshot.Open(_folder["out.snapshot"]);
        return [.. snapshot.Points().Select(Show).Order(StringComparer.Ordinal)];
    }

    private static string Show(ServicePoint point)
    {
        Address address = point.Address;
        return FormattableString.Invariant(
            $"{point.Carrier.Code} {point.CarrierServicePointId} {point.GeneralShopType}, {point.Name}, {address.Street}|{address.HouseNumber}|{address.PostalCode}|{address.City}|{address.CountryCode}, {point.Position.Latitude} {point.Position.Longitude}, {point.Contact.Phone}, {HoursTextTests.Show(point.OpeningTimes)}");
    }
}
