namespace SpatialIndex.ServicePoints.Tests.Feeds.Places;

/// <summary>A row of GeoNames' <c>cities1000.txt</c>, its position rounded to hundredths of a degree.</summary>
public sealed record GeoNamesCity(string CountryCode, decimal Latitude, decimal Longitude, long Population)
{
    public GeoPoint Position => new() { Latitude = (double)Latitude, Longitude = (double)Longitude };
}
