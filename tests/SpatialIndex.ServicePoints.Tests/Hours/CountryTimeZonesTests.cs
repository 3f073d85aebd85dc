using SpatialIndex.ServicePoints.Hours;

namespace SpatialIndex.ServicePoints.Tests.Hours;

public sealed class CountryTimeZonesTests
{
    [Fact]
    public void At_TwoPlacesEquallyNear_IsTheFirst()
    {
        PointTimeZone first = new("Europe/Amsterdam");
        PointTimeZone second = new("Europe/Paris");
        var place = new GeoPoint { Latitude = 52, Longitude = 5 };

        Assert.Same(first, new CountryTimeZones([(first, place), (second, place)]).At(place));
    }
}
