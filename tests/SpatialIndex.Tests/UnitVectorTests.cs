namespace SpatialIndex.Tests;

public class UnitVectorTests
{
    [Fact]
    public void Of_AnyPosition_IsThatOfSineAndCosine()
    {
        for (int latitude = -90; latitude <= 90; latitude += 15)
        {
            for (int longitude = -180; longitude <= 180; longitude += 15)
            {
                (double sinLatitude, double cosLatitude) = Math.SinCos(double.DegreesToRadians(latitude));
                (double sinLongitude, double cosLongitude) = Math.SinCos(double.DegreesToRadians(longitude));

                UnitVector vector = UnitVector.Of(latitude, longitude);

                Assert.Equal(cosLatitude * cosLongitude, vector.X, 1e-15);
                Assert.Equal(cosLatitude * sinLongitude, vector.Y, 1e-15);
                Assert.Equal(sinLatitude, vector.Z, 1e-15);
            }
        }
    }
}
