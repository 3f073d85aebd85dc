using System.Runtime.InteropServices;

namespace SpatialIndex;

/// <summary>What is stored of a point exactly: degrees and id, next to each other because answers need all three.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct KdTreeRecord(double Latitude, double Longitude, long Id);
