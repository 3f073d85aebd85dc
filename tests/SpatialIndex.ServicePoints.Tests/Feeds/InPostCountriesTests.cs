using SpatialIndex.ServicePoints.Feeds;
using SpatialIndex.ServicePoints.Feeds.WeeklyHours;
using SpatialIndex.ServicePoints.Model;
using SpatialIndex.ServicePoints.Tests.Feeds.WeeklyHours;

namespace SpatialIndex.ServicePoints.Tests.Feeds;

/// <summary>InPost's feed as other countries write it, made by hand: their letters for days, their addresses, and records that name no country.</summary>
public class InPostCountriesTests
{
    private static readonly RealFeed Feed = RealFeed.Build(Repository.File("tests/SpatialIndex.ServicePoints.Tests/Feeds/Samples/inpost_countries.json"));

    [Fact]
    public void Read_EveryCountry_GivesItsLivePoints()
    {
        Assert.Equal(("inpost", 18, 15, 3, 0), (Feed.Summary.Profile, Feed.Summary.Records, Feed.Summary.Points, Feed.Summary.Skipped, Feed.Summary.Rejected));
        Assert.Equal(["DGMTESTUNO", "ITXRM00005P", "PT900003"], Feed.Problems
            .Where(static problem => problem.Kind == FeedProblemKind.Skipped).Select(static problem => problem.CarrierServicePointId).Order(StringComparer.Ordinal));
        Assert.All(Feed.Points, static point => Assert.Equal("inpost", point.Carrier.Code));
    }

    [Theory]
    [InlineData("ITXAQ00001P", "IT", "L'Edicola Nuova", "servicepoint", "Via del Pozzo", "5", "1-6 07:00-13:30 16:00-20:30; 7 07:00-13:15")]
    [InlineData("ITXMI00002M", "IT", "InPost ITXMI00002M", "locker", "Via Torino", "12", "1-7 00:00-24:00")]
    [InlineData("ITXNA00003P", "IT", "Carta e Penna", "servicepoint", "Corso Italia", "62", "1-5 09:00-13:00 16:00-19:00; 6 09:00-13:00")]
    [InlineData("ITXBZ00004P", "IT", "Kiosk", "servicepoint", "Via Museo", "3", "1-5 08:30-12:30 14:30-18:30; 6 08:30-12:30")]
    [InlineData("ES900001", "ES", "EL TEU ESTANC", "servicepoint", "CARRER DE BINEFAR", "3", "1-5 08:00-14:00 16:30-20:30; 6 08:30-14:00")]
    [InlineData("ES900002", "ES", "PAPELERIA SOL", "servicepoint", "CALLE MAYOR", "7", "1-5 09:30-14:00 17:00-20:00; 6 10:00-14:00")]
    [InlineData("ES900003", "ES", "ESTANCO TRIANA", "servicepoint", "CALLE TRIANA", "20", "1-5 09:00-13:00 16:00-20:00")]
    [InlineData("PT900001", "PT", "LAVANDARIA CENTRAL", "servicepoint", "R. ANTONIO FELICIANO", "14", "1-5 09:00-19:00; 6 09:00-13:00")]
    [InlineData("PT900002", "PT", "PAPELARIA PORTO", "servicepoint", "RUA DE CEDOFEITA", "90", "1-5 09:00-12:30 14:00-19:00; 6 09:00-13:00")]
    [InlineData("BE900001", "BE", "SUPERETTE DE LA PLACE", "servicepoint", "PLACE ROI BAUDOUIN", "12A", "1-7 09:00-20:00")]
    [InlineData("BE900002", "BE", "KRANTENWINKEL VELD", "servicepoint", "VELDSTRAAT", "9", "1-5 09:00-18:00; 6 09:00-17:00")]
    [InlineData("NL900001", "NL", "PRIMERA OUDEGRACHT", "servicepoint", "OUDEGRACHT", "100", "1-4 09:00-18:00; 5 09:00-21:00; 6 10:00-17:00")]
    [InlineData("FR900001", "GP", "LIBRAIRIE ANTILLAISE", "servicepoint", "RUE FREBAULT", "12", "1-5 08:00-12:00 14:00-17:00")]
    [InlineData("KRX01M", "PL", "InPost KRX01M", "locker", "Floriańska", "15", "1-7 06:00-22:00")]
    public void Read_PointOfACountry_ComesOutRight(string id, string country, string name, string kind, string street, string number, string hours)
    {
        ServicePoint point = Feed[id];

        Assert.Equal(
            (country, name, kind, street, number, hours),
            (point.Address.CountryCode, point.Name, point.GeneralShopType, point.Address.Street, point.Address.HouseNumber, HoursTextTests.Show(point.OpeningTimes)));
    }

    /// <summary>"Ma" is Monday to the one half of Belgium and Tuesday to the other.</summary>
    [Fact]
    public void Read_HoursThatMayMeanTwoThings_StayUnknownAndAreReported()
    {
        Assert.True(Feed["BE900003"].OpeningTimes.IsEmpty);
        Assert.Equal("Ma 9-18", Assert.Single(Feed.Problems, static problem => problem.Reason == OpeningTimesSource.NotUnderstood).Value);
    }
}
