using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SpatialIndex.ServicePoints.Api;
using SpatialIndex.ServicePoints.Api.Accounts;
using SpatialIndex.ServicePoints.Geocoding;
using SpatialIndex.ServicePoints.Snapshots;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds service points to a host.</summary>
public static class ServicePointsServiceCollectionExtensions
{
    /// <summary>
    /// Adds <see cref="Snapshot"/>, <see cref="ServicePointsEngine"/> and <see cref="ServicePointsHandler"/>. Of the services that are
    /// registered besides, they use <see cref="TimeProvider"/>, <see cref="IGeocoder"/> (else a <see cref="SnapshotGeocoder"/>), <see cref="IAvailabilityCheck"/>,
    /// <see cref="IIntegrationSettings"/> and <see cref="IAccountResolver"/>; none of them is needed.
    /// </summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="configure">Sets the options, which are checked when the host starts.</param>
    public static IServiceCollection AddServicePoints(this IServiceCollection services, Action<ServicePointsOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.AddOptions<ServicePointsOptions>().Configure(configure).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ServicePointsOptions>, ServicePointsOptionsValidator>());
        services.TryAddSingleton(static provider => Snapshot.Open(OptionsOf(provider).SnapshotPath));
        services.TryAddSingleton(static provider => new ServicePointsEngine(
            provider.GetRequiredService<Snapshot>(),
            EngineOptionsOf(provider, OptionsOf(provider).AvailabilityTimeout).Geocoding(provider.GetRequiredService<Snapshot>())));
        services.TryAddTransient(static provider => new ServicePointsHandler(
            provider.GetRequiredService<ServicePointsEngine>(), provider.GetService<IAccountResolver>()));
        return services;
    }

    /// <summary>What an engine works with, as far as the host has it.</summary>
    internal static ServicePointsEngineOptions EngineOptionsOf(IServiceProvider provider, TimeSpan availabilityTimeout) => new()
    {
        Clock = provider.GetService<TimeProvider>() ?? TimeProvider.System,
        Geocoder = provider.GetService<IGeocoder>(),
        AvailabilityCheck = provider.GetService<IAvailabilityCheck>(),
        AvailabilityTimeout = availabilityTimeout,
        Integrations = provider.GetService<IIntegrationSettings>(),
    };

    private static ServicePointsOptions OptionsOf(IServiceProvider provider) => provider.GetRequiredService<IOptions<ServicePointsOptions>>().Value;
}
