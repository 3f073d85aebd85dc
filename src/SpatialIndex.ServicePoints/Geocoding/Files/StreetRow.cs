using System.Runtime.InteropServices;
using SpatialIndex.ServicePoints.Geocoding.Sources;

namespace SpatialIndex.ServicePoints.Geocoding.Files;

/// <summary>A street within a locality and a postal code as it lies in the file; its houses are neighbours, by number.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct StreetRow
{
    public int Name;
    public int Locality;

    /// <summary>−1 when it is not known.</summary>
    public int PostalCode;

    public int RadiusMeters;
    public int FirstHouse;
    public int HouseCount;

    // As wide as the row leaves room for: bytes of no field would be written as they happen to be.
    private int _source;

    public GazetteerSourceKind Source
    {
        readonly get => (GazetteerSourceKind)(byte)_source;
        init => _source = (int)value;
    }
}
