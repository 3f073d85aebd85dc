using SpatialIndex.Cli;

using CliEnvironment environment = CliEnvironment.OfProcess();
return CommandLine.Run(args, environment);
