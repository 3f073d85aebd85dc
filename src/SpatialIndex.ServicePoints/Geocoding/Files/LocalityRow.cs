using System.Runtime.InteropServices;

namespace SpatialIndex.ServicePoints.Geocoding.Files;

/// <summary>A locality as it lies in the file. Its streets are neighbours, its postal codes are listed in a column of their own.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct LocalityRow
{
    public int Name;
    public int Region;
    public int Population;
    public int RadiusMeters;
    public int FirstCode;
    public int CodeCount;
    public int FirstStreet;
    public int StreetCount;
}
