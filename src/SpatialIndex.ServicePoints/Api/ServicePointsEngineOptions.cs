using SpatialIndex.ServicePoints.Api.Accounts;
using SpatialIndex.ServicePoints.Geocoding;

namespace SpatialIndex.ServicePoints.Api;

/// <summary>What an engine works with besides its snapshot. Everything may be left out.</summary>
public sealed record ServicePointsEngineOptions
{
    /// <summary>How long the answer of a live check is awaited where nothing is said: 2 seconds.</summary>
    public static TimeSpan DefaultAvailabilityTimeout { get; } = TimeSpan.FromSeconds(2);

    internal static TimeSpan MaxAvailabilityTimeout { get; } = TimeSpan.FromMinutes(1);

    /// <summary>Whether a time to wait is more than zero and at most <see cref="MaxAvailabilityTimeout"/>.</summary>
    internal static bool IsAvailabilityTimeout(TimeSpan value) => value > TimeSpan.Zero && value <= MaxAvailabilityTimeout;

    /// <summary>The clock by which freshness and hours are judged. Default: that of the system.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Turns addresses into places; null when there is none, so that searches by address cannot be answered at any time.</summary>
    public IGeocoder? Geocoder { get; init; }

    /// <summary>Asks carriers whether points are available; null to estimate it from freshness.</summary>
    public IAvailabilityCheck? AvailabilityCheck { get; init; }

    /// <summary>How long an answer of <see cref="AvailabilityCheck"/> is awaited. More than zero, at most a minute; default 2 seconds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is none of these.</exception>
    public TimeSpan AvailabilityTimeout
    {
        get;
        init => field = IsAvailabilityTimeout(value)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(AvailabilityTimeout), value, "A time to wait is more than zero and at most a minute.");
    } = DefaultAvailabilityTimeout;

    /// <summary>Is told what the first of every 64 searches looked at; null when nobody wants to know.</summary>
    public Action<SearchExplanation>? SampledSearch { get; init; }

    /// <summary>What accounts have set up; null when no account has an integration.</summary>
    public IIntegrationSettings? Integrations { get; init; }

    /// <summary>Options with the clock, geocoder, check of availability and settings that are registered in a host, and the defaults of those that are not.</summary>
    /// <param name="services">The services of the host.</param>
    public static ServicePointsEngineOptions FromServices(IServiceProvider services)
    {
        ArgumentNullException.ThrowIfNull(services);
        return new ServicePointsEngineOptions
        {
            Clock = (TimeProvider?)services.GetService(typeof(TimeProvider)) ?? TimeProvider.System,
            Geocoder = (IGeocoder?)services.GetService(typeof(IGeocoder)),
            AvailabilityCheck = (IAvailabilityCheck?)services.GetService(typeof(IAvailabilityCheck)),
            Integrations = (IIntegrationSettings?)services.GetService(typeof(IIntegrationSettings)),
        };
    }
}
