using System.Runtime.InteropServices;

namespace SpatialIndex.ServicePoints.Geocoding.Files;

/// <summary>A house as it lies in the file. Where it is, its row of the tree knows.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 2)]
internal struct HouseRow
{
    public ushort Number;

    /// <summary>An index into the country's list of suffixes.</summary>
    public ushort Suffix;
}
