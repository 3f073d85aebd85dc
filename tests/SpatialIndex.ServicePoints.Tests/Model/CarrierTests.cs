using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Tests.Model;

public class CarrierTests
{
    [Theory]
    [InlineData(-1)]
    [InlineData(Carrier.MaxFreshnessDays + 1)]
    public void FreshnessDays_OutOfRange_Throws(int days) =>
        Assert.Throws<ArgumentOutOfRangeException>("FreshnessDays", () => new Carrier { Code = "a", Name = "A", FreshnessDays = days });

    [Fact]
    public void DatedHours_WithoutRanges_AreClosed()
    {
        Assert.Empty(new DatedHours(new DateOnly(2026, 12, 25), default).Ranges);
        Assert.Empty((new DatedHours(new DateOnly(2026, 12, 25), [TimeRange.WholeDay]) with { Ranges = default }).Ranges);
    }
}
