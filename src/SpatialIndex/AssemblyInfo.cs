using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("SpatialIndex.Tests")]
