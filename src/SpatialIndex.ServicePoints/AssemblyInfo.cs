[assembly: System.Runtime.CompilerServices.InternalsVisibleTo("SpatialIndex.ServicePoints.Tests")]
