using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Tests.Model;

public class TimeZoneNameTests
{
    [Theory]
    [InlineData("Europe/Amsterdam", true)]
    [InlineData("Europe/Kiev", true)]
    [InlineData("Europe/Kyiv", true)]
    [InlineData("Asia/Calcutta", true)]
    [InlineData("UTC", true)]
    [InlineData("UTC+02:00", false)]
    [InlineData("europe/amsterdam", false)]
    [InlineData("Europe/Eindhoven", false)]
    [InlineData("", false)]
    public void IsKnown_Name_IsThatOfTheDatabase(string name, bool isKnown) => Assert.Equal(isKnown, TimeZoneName.IsKnown(name));
}
