using System.Runtime.InteropServices;

namespace SpatialIndex.ServicePoints.Geocoding.Files;

/// <summary>A key as it lies in the file.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct KeyRow
{
    /// <summary>The set of letters; see <see cref="KeyTable.SignatureOf"/>.</summary>
    public ulong Signature;

    public uint Hash;
    public int Start;

    /// <summary>What the key is a name of.</summary>
    public int Target;

    public ushort Length;

    /// <summary>How many edits a name may be away to be taken for this one.</summary>
    public ushort MaxEdits;
}
