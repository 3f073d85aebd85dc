[assembly: System.Runtime.CompilerServices.InternalsVisibleTo("SpatialIndex.Cli.Tests")]
[assembly: System.Runtime.CompilerServices.InternalsVisibleTo("SpatialIndex.Fuzz")]
