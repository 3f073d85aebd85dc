[assembly: System.Runtime.CompilerServices.InternalsVisibleTo("SpatialIndex.AspNetCore.Tests")]
[assembly: System.Runtime.CompilerServices.InternalsVisibleTo("SpatialIndex.Fuzz")]
