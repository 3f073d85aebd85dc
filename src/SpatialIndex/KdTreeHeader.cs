using System.Runtime.InteropServices;

namespace SpatialIndex;

/// <summary>The first 64 bytes of a tree, from which its layout follows.</summary>
[StructLayout(LayoutKind.Sequential, Size = Size)]
internal readonly record struct KdTreeHeader
{
    public const int Size = 64;

    /// <summary>Where <see cref="HasExpiries"/> is, a byte of 0 or 1; zeros follow up to <see cref="Size"/>.</summary>
    public const int FlagOffset = 16;

    public required int Count { get; init; }

    public required int ClassCount { get; init; }

    /// <summary>The number of expiry ranks, at most 65,536.</summary>
    public required int ExpiryTableLength { get; init; }

    /// <summary>The number of points that stand in the runs of small classes.</summary>
    public required int RunLength { get; init; }

    /// <summary>Whether the expiries themselves are stored: where there are more of them than ranks.</summary>
    public required bool HasExpiries { get; init; }
}
