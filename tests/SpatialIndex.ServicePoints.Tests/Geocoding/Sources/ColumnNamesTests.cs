using SpatialIndex.ServicePoints.Geocoding.Sources;

namespace SpatialIndex.ServicePoints.Tests.Geocoding.Sources;

public sealed class ColumnNamesTests
{
    [Theory]
    [InlineData("code_postal")]
    [InlineData("#Code_Postal")]
    [InlineData(" Côde postâl ")]
    public void Find_AnyWayOfWriting_IsFound(string header) => Assert.Equal(1, new ColumnNames(["id", header]).Find("code_postal"));

    [Fact]
    public void Find_NameThatIsThereTwice_IsTheFirst()
    {
        var names = new ColumnNames(["id", "name", "NAME", ""]);

        Assert.Equal((1, 4), (names.Find("name"), names.Count));
    }

    [Fact]
    public void Find_UnknownName_IsNull() => Assert.Null(new ColumnNames(["id"]).Find("name"));
}
