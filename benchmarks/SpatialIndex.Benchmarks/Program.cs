using BenchmarkDotNet.Running;
using SpatialIndex.Benchmarks;

if (args is ["first-query", string snapshot])
{
    FirstQuery.Run(snapshot);
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
