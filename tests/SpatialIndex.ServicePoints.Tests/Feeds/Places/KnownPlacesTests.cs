using SpatialIndex.ServicePoints.Feeds.Places;

namespace SpatialIndex.ServicePoints.Tests.Feeds.Places;

public class KnownPlacesTests
{
    private const string UpdateVariable = "UPDATE_KNOWN_PLACES";

    /// <summary>The table is kept as text. With the variable set, the test writes it.</summary>
    [SkippableFact]
    public void Table_IsWhatTheCompilerMakesOfGeoNames()
    {
        string path = Repository.File("src/SpatialIndex.ServicePoints/Feeds/Places/places.txt");
        string table = KnownPlacesCompiler.Compile(KnownPlacesCompiler.ReadCities(Repository.Shared("data/gazetteer/cities1000.txt.gz")));
        if (Environment.GetEnvironmentVariable(UpdateVariable) is not null)
        {
            File.WriteAllText(path, table);
        }

        Assert.True(table == File.ReadAllText(path), $"{path} is not what is made of GeoNames; {UpdateVariable}=1 dotnet test writes it anew.");
    }

    [SkippableFact]
    public void NearestTo_AnyTownOfGeoNames_IsInItsCountry()
    {
        IEnumerable<GeoNamesCity> cities = KnownPlacesCompiler.ReadCities(Repository.Shared("data/gazetteer/cities1000.txt.gz"));

        // A few towns share their place, to a hundredth of a degree, with one across the border.
        int wrong = cities.Count(static city => KnownPlaces.NearestTo(city.Position).CountryCode != city.CountryCode);
        Assert.InRange(wrong, 0, 50);
    }

    [Theory]
    [InlineData(52.52, 13.40, "DE")]
    [InlineData(43.7347, 7.4206, "MC")]
    [InlineData(48.5734, 7.7521, "FR")]
    [InlineData(48.5730, 7.8150, "DE")]
    [InlineData(-21.1151, 55.5364, "RE")]
    [InlineData(28.1235, -15.4363, "ES")]
    [InlineData(25.0330, 121.5654, "TW")]
    [InlineData(60.0973, 19.9348, "AX")]
    [InlineData(-16.5, 179.99, "FJ")]
    public void NearestTo_APosition_TellsItsCountry(double latitude, double longitude, string country) =>
        Assert.Equal(country, KnownPlaces.NearestTo(new GeoPoint { Latitude = latitude, Longitude = longitude }).CountryCode);

    [Fact]
    public void NearestTo_MiddleOfAnOcean_IsFarAway() =>
        Assert.InRange(KnownPlaces.NearestTo(new GeoPoint { Latitude = -40, Longitude = -120 }).DistanceMeters, 1_000_000, 5_000_000);
}
