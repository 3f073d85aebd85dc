using System.Runtime.CompilerServices;

// Searches have large buffers on the stack, of which they read only what they wrote.
[module: SkipLocalsInit]

[assembly: InternalsVisibleTo("SpatialIndex.Tests")]
[assembly: InternalsVisibleTo("SpatialIndex.Benchmarks")]
[assembly: InternalsVisibleTo("SpatialIndex.Fuzz")]
