using System.Net;
using System.Net.Http.Headers;
using SpatialIndex.ServicePoints.Api.Accounts;
using SpatialIndex.ServicePoints.Api.Json;

namespace SpatialIndex.ServicePoints.Api;

/// <summary>
/// Answers the requests of an <see cref="HttpClient"/> in this process: a client of the online service is given this handler, and
/// nothing else changes. Safe to use from any number of threads.
/// </summary>
/// <param name="engine">What answers.</param>
/// <param name="accounts">Tells whose credentials they are; null to ask for none.</param>
public sealed class ServicePointsHandler(ServicePointsEngine engine, IAccountResolver? accounts = null) : HttpMessageHandler
{
    private readonly ServicePointsEndpoint _endpoint = new(engine, accounts);

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        Uri address = Absolute(request.RequestUri);
        using var body = new PooledBuffer();
        EndpointAnswer answer = await _endpoint.AnswerAsync(
            request.Method.Method, address.AbsolutePath, address.Query, request.Headers.Authorization?.ToString(), body, cancellationToken)
            .ConfigureAwait(false);
        return Respond(request, answer, body.WrittenSpan);
    }

    /// <inheritdoc/>
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        SendAsync(request, cancellationToken).GetAwaiter().GetResult();

    /// <summary>Without a client's base address an address may be relative; the host does not matter here.</summary>
    private static Uri Absolute(Uri? address) =>
        address is { IsAbsoluteUri: true } ? address : new Uri(new Uri("http://localhost"), address ?? new Uri("", UriKind.Relative));

    private static HttpResponseMessage Respond(HttpRequestMessage request, in EndpointAnswer answer, ReadOnlySpan<byte> body)
    {
        var content = new ByteArrayContent(request.Method == HttpMethod.Head ? [] : body.ToArray());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        content.Headers.ContentLength = body.Length;
        var response = new HttpResponseMessage((HttpStatusCode)answer.Status) { RequestMessage = request, Content = content };
        if (answer.Allow is { } allow)
        {
            content.Headers.TryAddWithoutValidation("Allow", allow);
        }

        if (answer.Challenges is { } challenges)
        {
            response.Headers.TryAddWithoutValidation("WWW-Authenticate", challenges);
        }

        return response;
    }
}
