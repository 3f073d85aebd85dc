[assembly: System.Runtime.CompilerServices.InternalsVisibleTo("SpatialIndex.AspNetCore.Tests")]
