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
        services.TryAddSingleton(static provider =>
        {
            Snapshot snapshot = provider.GetRequiredService<Snapshot>();
            ServicePointsEngineOptions options = ServicePointsEngineOptions.FromServices(provider);
            return new ServicePointsEngine(snapshot, options with
            {
                Geocoder = options.Geocoder ?? new SnapshotGeocoder(snapshot),
                AvailabilityTimeout = OptionsOf(provider).AvailabilityTimeout,
            });
        });
        services.TryAddTransient(static provider => new ServicePointsHandler(
            provider.GetRequiredService<ServicePointsEngine>(), provider.GetService<IAccountResolver>()));
        return services;
    }

    private static ServicePointsOptions OptionsOf(IServiceProvider provider) => provider.GetRequiredService<IOptions<ServicePointsOptions>>().Value;
}
