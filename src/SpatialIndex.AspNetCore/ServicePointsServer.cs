using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace SpatialIndex.AspNetCore;

/// <summary>The edge server: Kestrel with limits, compression and logs around <see cref="ServicePointsServerExtensions.MapServicePoints"/>.</summary>
public static class ServicePointsServer
{
    private const int MaxRequestLineSize = 16 << 10;
    private const int MaxRequestBodySize = 64 << 10;
    private static readonly TimeSpan HeadersTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Makes a server that is not started yet. It reads no settings but these, neither from files nor from the environment.</summary>
    /// <param name="options">What is served.</param>
    /// <param name="urls">Where to listen, such as <c>http://127.0.0.1:8080</c>; port 0 is any that is free.</param>
    /// <param name="certificate">For addresses with https; may be null where there are none.</param>
    /// <param name="configure">Registers services before those of the server, such as a clock or a geocoder.</param>
    /// <exception cref="ServicePoints.Snapshots.SnapshotException">There is no sound snapshot.</exception>
    /// <exception cref="IOException">The keys file or the trusted key cannot be read.</exception>
    /// <exception cref="InvalidDataException">The keys file or the trusted key is none.</exception>
    public static WebApplication Create(
        ServerOptions options, IReadOnlyCollection<string> urls, X509Certificate2? certificate = null, Action<IServiceCollection>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(urls);
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().UseUrls([.. urls]).ConfigureKestrel(kestrel => Limit(kestrel, options, certificate));
        Log(builder.Logging);
        builder.Services.AddRoutingCore();
        builder.Services.AddResponseCompression(static compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes = ["application/json"];
        });
        configure?.Invoke(builder.Services);
        builder.Services.AddServicePointsServer(options);
        WebApplication app = builder.Build();
        try
        {
            app.UseResponseCompression();
            app.MapServicePoints("{**path}");
            return app;
        }
        catch
        {
            ((IDisposable)app).Dispose();
            throw;
        }
    }

    /// <summary>Whether an address is reached from the same machine only.</summary>
    /// <param name="url">The address.</param>
    /// <exception cref="FormatException">It is no address to listen on.</exception>
    public static bool IsLoopback(string url)
    {
        string host = BindingAddress.Parse(url).Host;
        return host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host.Trim('[', ']'), out IPAddress? address) && IPAddress.IsLoopback(address));
    }

    private static void Limit(KestrelServerOptions kestrel, ServerOptions options, X509Certificate2? certificate)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestLineSize = MaxRequestLineSize;
        kestrel.Limits.MaxRequestBodySize = MaxRequestBodySize;
        kestrel.Limits.MaxConcurrentConnections = options.MaxConnections;
        kestrel.Limits.RequestHeadersTimeout = HeadersTimeout;
        kestrel.ConfigureHttpsDefaults(https => https.ServerCertificate = certificate);
    }

    /// <summary>To standard error; without what the framework says of every request, where addresses of recipients would stand.</summary>
    private static void Log(ILoggingBuilder logging)
    {
        logging.AddJsonConsole();
        logging.Services.Configure<ConsoleLoggerOptions>(static console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
    }
}
