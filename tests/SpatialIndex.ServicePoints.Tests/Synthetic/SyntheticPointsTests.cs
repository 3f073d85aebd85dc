using SpatialIndex.ServicePoints.Feeds.Places;
using SpatialIndex.ServicePoints.Model;
using SpatialIndex.ServicePoints.Synthetic;

namespace SpatialIndex.ServicePoints.Tests.Synthetic;

public class SyntheticPointsTests
{
    private static readonly DateTimeOffset AsOf = new(2026, 3, 11, 12, 0, 0, TimeSpan.FromHours(1));

    private static readonly ServicePoint[] Points = [.. SyntheticPoints.Generate("NL", 4_000, 7, AsOf)];

    [Fact]
    public void Generate_SameArguments_GivesTheSamePoints()
    {
        Assert.Equal(Points, SyntheticPoints.Generate("NL", 4_000, 7, AsOf));
        Assert.Equal(Points[..10], SyntheticPoints.Generate("NL", 10, 7, AsOf.ToUniversalTime()));
        Assert.NotEqual(Points[..10], SyntheticPoints.Generate("NL", 10, 8, AsOf));
    }

    /// <summary>On every machine, and in every version that does not say otherwise.</summary>
    [Fact]
    public void Generate_FirstPoints_AreThese() => Assert.Equal(
        [
            "5609899934522052 synthetic-1 Synthetic parcel shop 1 Synthetic town 70: 52.665581, 6.734723 2026-03-10T17:36:07Z",
            "3505562333185994 synthetic-4 Synthetic post office 2 Synthetic town 67: 52.454252, 4.864845 2026-03-09T01:08:02Z",
            "5178102372025622 synthetic-4 Synthetic depot 3 Synthetic town 75: 53.203007, 6.562562 2026-03-09T23:38:27Z",
        ],
        Points[..3].Select(static point => $"{point.Id} {point.Carrier.Code} {point.Name} {point.Address.City}: {point.Position} {Rfc3339.Format(point.RefreshedAt)}"));

    [Fact]
    public void Generate_AnyPoint_SaysThatItIsSynthetic() =>
        Assert.All(Points, static point =>
        {
            Assert.StartsWith("Synthetic ", point.Name, StringComparison.Ordinal);
            Assert.StartsWith("synthetic-", point.Carrier.Code, StringComparison.Ordinal);
            Assert.StartsWith("Synthetic carrier ", point.Carrier.Name, StringComparison.Ordinal);
            Assert.StartsWith("synthetic_", point.CarrierShopType, StringComparison.Ordinal);
            Assert.Equal("Synthetic street", point.Address.Street);
            Assert.StartsWith("Synthetic town ", point.Address.City, StringComparison.Ordinal);
            Assert.True(point.Contact == Contact.None || point.Contact.Email.EndsWith(".example.invalid", StringComparison.Ordinal));
        });

    [Fact]
    public void Generate_Points_HaveDerivedIdsThatAreDistinct()
    {
        Assert.All(Points, static point => Assert.Equal(ServicePointId.Derive(point.Carrier.Code, point.CarrierServicePointId), point.Id));
        Assert.Equal(Points.Length, Points.Select(static point => point.Id).Distinct().Count());
    }

    [Fact]
    public void Generate_Carriers_HaveUnequalShares()
    {
        int[] counts = [.. Points.CountBy(static point => point.Carrier.Code).OrderBy(static carrier => carrier.Key, StringComparer.Ordinal).Select(static carrier => carrier.Value)];

        Assert.Equal(5, counts.Length);
        Assert.Equal(counts.OrderDescending(), counts);
        Assert.InRange(counts[0], 0.37 * Points.Length, 0.43 * Points.Length);
    }

    [Fact]
    public void Generate_Kinds_AreAllAndLockersNeverClose()
    {
        Assert.Equal(GeneralShopType.All.Order(StringComparer.Ordinal), Points.Select(static point => point.GeneralShopType!).Distinct().Order(StringComparer.Ordinal));
        Assert.All(Points, static point => Assert.True(
            point.OpeningTimes.IsEmpty || (point.GeneralShopType == GeneralShopType.Locker) == point.OpeningTimes.Equals(OpeningTimes.RoundTheClock)));
        Assert.InRange(Points.Count(static point => point.OpeningTimes.IsEmpty), 0.03 * Points.Length, 0.07 * Points.Length);
    }

    [Fact]
    public void Generate_RefreshedAt_IsInTheLastDaysAndForFewTooLongAgo()
    {
        var carrier = new Carrier { Code = "any", Name = "Any" };
        ServicePoint[] expired = [.. Points.Where(point => carrier.ExpiryOf(point.RefreshedAt) < AsOf)];

        Assert.InRange(expired.Length, 0.02 * Points.Length, 0.04 * Points.Length);
        Assert.All(Points.Except(expired), static point => Assert.InRange(point.RefreshedAt, AsOf.AddDays(-7), AsOf));
        Assert.True(Points.Select(static point => point.RefreshedAt.UtcDateTime.Date).Distinct().Count() > 7);
    }

    [Fact]
    public void Generate_AnyCountry_LiesInIt()
    {
        foreach (string country in SyntheticPoints.CountryCodes)
        {
            Assert.All(SyntheticPoints.Generate(country, 20, 1, AsOf), point =>
            {
                Assert.Equal(country, point.Address.CountryCode);
                Assert.Equal(country, KnownPlaces.NearestTo(point.Position).CountryCode);
            });
        }
    }

    [Fact]
    public void Generate_Positions_AreSpreadAroundManyTowns()
    {
        Assert.Equal(Points.Length, Points.Select(static point => point.Position).Distinct().Count());
        Assert.Equal(KnownPlaces.Of("NL").Count(), Points.Select(static point => point.Address.City).Distinct().Count());
        Assert.All(Points, static point => Assert.InRange(KnownPlaces.NearestTo(point.Position).DistanceMeters, 0, 15_100));
    }

    [Theory]
    [InlineData("BV")]
    [InlineData("XK")]
    [InlineData("nl")]
    [InlineData("")]
    public void Generate_CountryWithoutTowns_Throws(string country) =>
        Assert.Throws<ArgumentException>("countryCode", () => SyntheticPoints.Generate(country, 1, 1, AsOf));

    [Fact]
    public void Generate_NegativeCount_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>("count", () => SyntheticPoints.Generate("NL", -1, 1, AsOf));
}
