using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("SpatialIndex.ServicePoints.Tests")]
[assembly: InternalsVisibleTo("SpatialIndex.Benchmarks")]
[assembly: InternalsVisibleTo("SpatialIndex.Fuzz")]
