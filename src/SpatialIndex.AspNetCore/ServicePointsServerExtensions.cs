using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SpatialIndex.AspNetCore.Accounts;
using SpatialIndex.AspNetCore.Health;
using SpatialIndex.AspNetCore.Metrics;
using SpatialIndex.AspNetCore.Snapshots;
using SpatialIndex.ServicePoints.Api;
using SpatialIndex.ServicePoints.Api.Accounts;
using SpatialIndex.ServicePoints.Geocoding;

namespace SpatialIndex.AspNetCore;

/// <summary>Puts the Service Points API v3 into an ASP.NET Core application.</summary>
public static class ServicePointsServerExtensions
{
    /// <summary>
    /// Adds what <see cref="MapServicePoints"/> needs, and the <see cref="SnapshotSource"/> for endpoints of your own. It uses a <see cref="TimeProvider"/>, an <see cref="IGeocoder"/>, a live availability check, an
    /// <see cref="IAccountResolver"/>, <see cref="IIntegrationSettings"/> and an <see cref="IRequestLimiter"/> that are registered before; the options
    /// bring all but the availability check, where they name a file or a limit.
    /// </summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="options">What is served.</param>
    public static IServiceCollection AddServicePointsServer(this IServiceCollection services, ServerOptions options)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(options);
        services.AddMetrics();
        services.TryAddSingleton(TimeProvider.System);
        if (options.KeysPath is { } keysPath)
        {
            services.AddSingleton<AccessTokens>();
            services.AddSingleton(provider => new KeyAccounts(keysPath, provider.GetRequiredService<AccessTokens>()));
            services.TryAddSingleton<IAccountResolver>(static provider => provider.GetRequiredService<KeyAccounts>());
            services.TryAddSingleton<IIntegrationSettings>(static provider => provider.GetRequiredService<KeyAccounts>());
            services.AddSingleton<TokenEndpoint>();
        }

        if (options.GazetteerPath is { } gazetteerPath)
        {
            services.AddSingleton(_ => Gazetteer.Open(gazetteerPath));
            services.TryAddSingleton<IGeocoder>(static provider => new GazetteerGeocoder(provider.GetRequiredService<Gazetteer>()));
        }

        if (options.RequestsPerMinute is { } requestsPerMinute)
        {
            services.TryAddSingleton<IRequestLimiter>(_ => new AccountRateLimiter(requestsPerMinute));
        }

        services.AddSingleton(provider => new SnapshotSource(
            options,
            ServicePointsEngineOptions.FromServices(provider) with
            {
                AvailabilityTimeout = options.AvailabilityTimeout,
                SampledSearch = provider.GetRequiredService<ServerMetrics>().Record,
            },
            provider.GetService<IAccountResolver>(),
            provider.GetService<IRequestLimiter>(),
            provider.GetRequiredService<ILogger<SnapshotSource>>()));
        services.AddSingleton<ServerMetrics>();
        services.AddSingleton<ServicePointsResponder>();
        services.AddSingleton<HealthEndpoints>();
        services.AddSingleton<PrometheusText>();
        services.AddSingleton<IHostedService>(static provider => new ReloadService(
            provider.GetRequiredService<SnapshotSource>(),
            provider.GetService<KeyAccounts>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<ReloadService>>()));
        return services;
    }

    /// <summary>
    /// Maps the contract's operations and, beside them, <c>/oauth2/token/</c> where there is a keys file, <c>/health/live</c>,
    /// <c>/health/ready</c>, <c>/metrics</c> and <c>/openapi.json</c>.
    /// </summary>
    /// <remarks>The addresses are those of the contract, so that a group of routes with a prefix has none that match; use the base of the application instead.</remarks>
    /// <param name="endpoints">The application, to whose services <see cref="AddServicePointsServer"/> was applied.</param>
    /// <param name="pattern">What the contract answers; what it does not know there is its 404. Default: everything below <c>/api/v3</c>.</param>
    /// <exception cref="ServicePoints.Snapshots.SnapshotException">There is no sound snapshot.</exception>
    /// <exception cref="IOException">The keys file or the trusted key cannot be read.</exception>
    /// <exception cref="InvalidDataException">The keys file or the trusted key is none.</exception>
    public static IEndpointConventionBuilder MapServicePoints(
        this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string pattern = "/api/v3/{**path}")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        IServiceProvider services = endpoints.ServiceProvider;
        if (services.GetService<TokenEndpoint>() is { } tokens)
        {
            endpoints.MapPost("/oauth2/token", (RequestDelegate)tokens.RespondAsync);
        }

        HealthEndpoints health = services.GetRequiredService<HealthEndpoints>();
        endpoints.MapGet("/health/live", (RequestDelegate)HealthEndpoints.RespondLiveAsync);
        endpoints.MapGet("/health/ready", (RequestDelegate)health.RespondReadyAsync);
        endpoints.MapGet("/metrics", (RequestDelegate)services.GetRequiredService<PrometheusText>().RespondAsync);
        endpoints.MapGet("/openapi.json", (RequestDelegate)OpenApiDocument.RespondAsync);
        return endpoints.Map(pattern, services.GetRequiredService<ServicePointsResponder>().RespondAsync);
    }
}
