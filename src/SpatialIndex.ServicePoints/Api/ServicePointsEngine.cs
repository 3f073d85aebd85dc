using System.Buffers;
using SpatialIndex.ServicePoints.Api.Json;
using SpatialIndex.ServicePoints.Api.Requests;
using SpatialIndex.ServicePoints.Api.Responses;
using SpatialIndex.ServicePoints.Geocoding;
using SpatialIndex.ServicePoints.Hours;
using SpatialIndex.ServicePoints.Search;
using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.ServicePoints.Api;

/// <summary>
/// The contract's three operations over a snapshot, in this process: as JSON bodies or as objects, which say the same.
/// Safe to use from any number of threads; the snapshot is the caller's to dispose.
/// </summary>
/// <remarks>
/// What is wrong with a request is an answer with a status, never an exception. A list as JSON, without an address and of points that were
/// shown before, allocates a single object of some hundred bytes.
/// </remarks>
public sealed class ServicePointsEngine
{
    private const uint SearchesASample = 64;

    private readonly Snapshot _snapshot;
    private readonly ServicePointsEngineOptions _options;
    private readonly RequestValidator _validator;
    private readonly ResponseWriter _writer;
    private readonly ResponseFactory _factory;
    private readonly GuardedGeocoder _geocoder;
    private readonly GuardedAvailabilityCheck _availability;
    private uint _searches;

    /// <summary>Makes an engine over a snapshot.</summary>
    public ServicePointsEngine(Snapshot snapshot, ServicePointsEngineOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        _snapshot = snapshot;
        _options = options ?? new ServicePointsEngineOptions();
        _validator = new RequestValidator(snapshot, _options.Integrations);
        var zones = new PointTimeZones(snapshot.Carriers);
        _writer = new ResponseWriter(zones);
        _factory = new ResponseFactory(zones);
        _geocoder = new GuardedGeocoder(_options.Geocoder);
        _availability = new GuardedAvailabilityCheck(_options.AvailabilityCheck, _options.AvailabilityTimeout, _options.Clock);
    }

    /// <summary>Answers a request for a list with the body of the answer.</summary>
    /// <param name="query">The query string as it came, percent-encoded, with or without its question mark.</param>
    /// <param name="account">Who asks; null where accounts are not told apart.</param>
    /// <param name="body">Receives the body.</param>
    /// <param name="cancellationToken">Ends the wait for the geocoder.</param>
    /// <returns>The status of HTTP: 200, 400 or 503.</returns>
    /// <exception cref="SnapshotException">A section of the snapshot is damaged.</exception>
    /// <exception cref="ObjectDisposedException">The snapshot was disposed.</exception>
    public ValueTask<int> WriteListAsync(
        ReadOnlySpan<char> query, string? account, IBufferWriter<byte> body, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(body);
        return _validator.Validate(query, account, out ListRequest request) is { } errors
            ? new(WriteErrors(body, errors))
            : WriteListAsync(request, body, cancellationToken);
    }

    /// <summary>Answers a request for a list with objects.</summary>
    /// <param name="request">The request.</param>
    /// <param name="account">Who asks; null where accounts are not told apart.</param>
    /// <param name="cancellationToken">Ends the wait for the geocoder.</param>
    /// <exception cref="SnapshotException">A section of the snapshot is damaged.</exception>
    /// <exception cref="ObjectDisposedException">The snapshot was disposed.</exception>
    public ValueTask<ServicePointsResponse<ServicePointList>> ListAsync(
        ServicePointsRequest request, string? account = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _validator.Validate(request, account, out ListRequest valid) is { } errors
            ? new(new ServicePointsResponse<ServicePointList>(errors))
            : ListAsync(valid, cancellationToken);
    }

    /// <summary>Answers with the body of a single point, expired or not.</summary>
    /// <param name="id">The number of the point; whatever no point has is fine.</param>
    /// <param name="body">Receives the body.</param>
    /// <returns>The status of HTTP: 200, or 404 when no point has the id.</returns>
    /// <exception cref="SnapshotException">A section of the snapshot is damaged.</exception>
    /// <exception cref="ObjectDisposedException">The snapshot was disposed.</exception>
    public int WritePoint(long id, IBufferWriter<byte> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        using MappedFileLease lease = _snapshot.Lease();
        if (!_snapshot.TryFindRow(id, out CountrySnapshot? country, out int row))
        {
            return WriteErrors(body, [ErrorObject.PointNotFound]);
        }

        _writer.WritePoint(body, country, row, _options.Clock.GetUtcNow());
        return 200;
    }

    /// <summary>Answers with a single point, expired or not, as an object.</summary>
    /// <param name="id">The number of the point; whatever no point has is fine.</param>
    /// <exception cref="SnapshotException">A section of the snapshot is damaged.</exception>
    /// <exception cref="ObjectDisposedException">The snapshot was disposed.</exception>
    public ServicePointsResponse<ServicePointDetail> Find(long id)
    {
        DateTimeOffset now = _options.Clock.GetUtcNow();
        return FindHit(id, now) is { } hit ? new(_factory.Detail(hit, now)) : new([ErrorObject.PointNotFound]);
    }

    /// <summary>Answers with the body that says whether a point is available.</summary>
    /// <param name="id">The number of the point; whatever no point has is fine.</param>
    /// <param name="body">Receives the body.</param>
    /// <param name="cancellationToken">Ends the wait for the carrier.</param>
    /// <returns>The status of HTTP: 200, or 404 when no point has the id.</returns>
    /// <exception cref="SnapshotException">A section of the snapshot is damaged.</exception>
    /// <exception cref="ObjectDisposedException">The snapshot was disposed.</exception>
    public async ValueTask<int> WriteAvailabilityAsync(long id, IBufferWriter<byte> body, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(body);
        ServicePointsResponse<Availability> response = await CheckAvailabilityAsync(id, cancellationToken).ConfigureAwait(false);
        if (response.Data is not { } availability)
        {
            return WriteErrors(body, response.Errors);
        }

        ResponseWriter.WriteAvailability(body, availability.IsAvailable);
        return response.Status;
    }

    /// <summary>Answers whether a point is available: by the word of its carrier where there is a live check, else by its freshness.</summary>
    /// <param name="id">The number of the point; whatever no point has is fine.</param>
    /// <param name="cancellationToken">Ends the wait for the carrier.</param>
    /// <exception cref="SnapshotException">A section of the snapshot is damaged.</exception>
    /// <exception cref="ObjectDisposedException">The snapshot was disposed.</exception>
    public async ValueTask<ServicePointsResponse<Availability>> CheckAvailabilityAsync(long id, CancellationToken cancellationToken = default) =>
        FindHit(id, _options.Clock.GetUtcNow()) is { } hit
            ? new(new Availability(await _availability.IsAvailableAsync(hit, cancellationToken).ConfigureAwait(false)))
            : new([ErrorObject.PointNotFound]);

    private static int WriteErrors(IBufferWriter<byte> body, IReadOnlyList<ErrorObject> errors)
    {
        ContractJson.WriteErrors(body, errors);
        return ErrorObject.StatusOf(errors);
    }

    private ValueTask<int> WriteListAsync(ListRequest request, IBufferWriter<byte> body, CancellationToken cancellationToken) =>
        request.Address is null ? new(WriteList(request, null, body)) : WriteLocatedListAsync(request, body, cancellationToken);

    private async ValueTask<int> WriteLocatedListAsync(ListRequest request, IBufferWriter<byte> body, CancellationToken cancellationToken)
    {
        GeocodingAnswer answer = await _geocoder.GeocodeAsync(request.Address!, cancellationToken).ConfigureAwait(false);
        return GeocodingResult.Of(answer) is { } geocoding
            ? WriteList(request.Around(answer.Location), geocoding, body)
            : WriteErrors(body, [ErrorObject.GeocodingUnavailable]);
    }

    private int WriteList(in ListRequest request, GeocodingResult? geocoding, IBufferWriter<byte> body)
    {
        DateTimeOffset now = _options.Clock.GetUtcNow();
        Span<Neighbor> results = stackalloc Neighbor[request.Limit];
        using MappedFileLease lease = _snapshot.Lease();
        int count = request.Search?.Find(now, results) ?? 0;
        _writer.WriteList(body, request.Search?.Country, results[..count], geocoding, now);
        if (_options.SampledSearch is { } sampled && request.Search is { } search && Interlocked.Increment(ref _searches) % SearchesASample == 1)
        {
            sampled(search.Explain(now, results));
        }

        return 200;
    }

    private async ValueTask<ServicePointsResponse<ServicePointList>> ListAsync(ListRequest request, CancellationToken cancellationToken)
    {
        if (request.Address is null)
        {
            return new(List(request, null));
        }

        GeocodingAnswer answer = await _geocoder.GeocodeAsync(request.Address, cancellationToken).ConfigureAwait(false);
        return GeocodingResult.Of(answer) is { } geocoding
            ? new(List(request.Around(answer.Location), geocoding))
            : new([ErrorObject.GeocodingUnavailable]);
    }

    private ServicePointList List(in ListRequest request, GeocodingResult? geocoding)
    {
        DateTimeOffset now = _options.Clock.GetUtcNow();
        Span<Neighbor> found = stackalloc Neighbor[request.Limit];
        var results = new ServicePointSearchResult[request.Search?.Find(now, found) ?? 0];
        for (int i = 0; i < results.Length; i++)
        {
            results[i] = _factory.SearchResult(request.Search!.HitOf(found[i], now), now);
        }

        return new ServicePointList(results, geocoding);
    }

    private SearchHit? FindHit(long id, DateTimeOffset now)
    {
        using MappedFileLease lease = _snapshot.Lease();
        return _snapshot.TryFindRow(id, out CountrySnapshot? country, out int row)
            ? new SearchHit(country.PointAt(row), null, country.IsExpired(row, now))
            : null;
    }
}
