using SpatialIndex.ServicePoints.Geocoding.Sources;

namespace SpatialIndex.ServicePoints.Tests.Geocoding.Sources;

public sealed class BerlinPlacesReaderTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_Lines_AreHousesOrLeftOutByReason()
    {
        var source = ReadSource.Of(_folder.Write("places.csv", """
            place_id,parent_place_id,class,type,name,street,house_number,boundary,neighbourhood,suburb,postcode,city,lat,lon
            1,2,amenity,restaurant,Strandlust,Seddinpromenade,3a,"","",Schmöckwitz,12527,Berlin,52.3762307,13.657224
            1,2,highway,residential,Heylstraße,,,Schöneberg,"",,10825,Berlin,52.480896,13.3448872
            1,2,highway,residential,Heylstraße,Heylstraße,,Schöneberg,"",,10825,Berlin,52.480896,13.3448872
            1,2,amenity,restaurant,Strandlust,Seddinpromenade,3a,"","",Schmöckwitz,12527,Berlin,,
            1,2,amenity
            """));

        GazetteerRecord house = Assert.Single(source.Records);
        Assert.Equal(("DE", "Berlin", "12527", "Seddinpromenade", "3a"), (house.CountryCode, house.Locality, house.PostalCode, house.Street, house.HouseNumber));
        Assert.Equal(("Berlin places", 5, "1 with a wrong number of columns, 1 without position, 2 without address"), (source.Summary.Kind, source.Summary.Lines, source.LeftOut));
    }
}
