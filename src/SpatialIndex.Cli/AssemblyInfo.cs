[assembly: System.Runtime.CompilerServices.InternalsVisibleTo("SpatialIndex.Cli.Tests")]
