using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SpatialIndex.Samples.Tests;

/// <summary>The sample <c>CheckoutEndpoint</c> over a snapshot file, without a network and with a clock that stands still.</summary>
internal sealed class CheckoutApplication(string snapshotPath, TimeProvider clock) : WebApplicationFactory<Program>
{
    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseSetting("snapshot", snapshotPath)
        .ConfigureLogging(static logging => logging.ClearProviders())
        .ConfigureTestServices(services => services.AddSingleton(clock));
}
