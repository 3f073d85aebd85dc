using System.Runtime.InteropServices;

namespace SpatialIndex.ServicePoints.Geocoding.Files;

/// <summary>A postal code as it lies in the file; its localities and streets are listed in columns of their own.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct PostalCodeRow
{
    public int Code;
    public int RadiusMeters;
    public int FirstLocality;
    public int LocalityCount;
    public int FirstStreet;
    public int StreetCount;
}
