using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Tests.Model;

public class TimeRangeTests
{
    [Theory]
    [InlineData("00:00", "24:00")]
    [InlineData("00:00", "23:59")]
    [InlineData("18:00", "02:00")]
    [InlineData("09:30", "12:00")]
    public void TryParse_TimesOfDay_ComeOutAsTheyWentIn(string start, string end)
    {
        TimeRange? range = TimeRange.TryParse(start, end);

        Assert.Equal((start, end), (range?.StartTime, range?.EndTime));
    }

    [Theory]
    [InlineData(-1, 60)]
    [InlineData(1440, 60)]
    [InlineData(60, -1)]
    [InlineData(60, 1441)]
    public void New_NoTimesOfDay_Throws(int start, int end)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new TimeRange(start, end));
        Assert.Throws<ArgumentOutOfRangeException>(() => TimeRange.WholeDay with { StartMinute = start, EndMinute = end });
    }

    [Theory]
    [InlineData("24:00", "24:00")]
    [InlineData("9:00", "17:00")]
    [InlineData("09:60", "17:00")]
    [InlineData("09:00", "24:01")]
    [InlineData("25:00", "26:00")]
    [InlineData("-1:00", "17:00")]
    [InlineData("09.00", "17.00")]
    [InlineData("", "17:00")]
    [InlineData(null, "17:00")]
    [InlineData("09:00", null)]
    [InlineData("٠٩:٠٠", "17:00")]
    public void TryParse_AnythingElse_IsNull(string? start, string? end) => Assert.Null(TimeRange.TryParse(start, end));
}
