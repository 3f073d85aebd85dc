using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace SpatialIndex.AspNetCore.Tests;

/// <summary>A server on a free port of this machine, and a client of it.</summary>
internal sealed class ServerUnderTest : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ServerUnderTest(WebApplication app, X509Certificate2? certificate)
    {
        _app = app;
        Client = new HttpClient(new SocketsHttpHandler
        {
            SslOptions = { RemoteCertificateValidationCallback = (_, shown, _, _) => certificate is not null && certificate.Equals(shown) },
        })
        {
            BaseAddress = new Uri(app.Urls.Single()),
        };
    }

    public HttpClient Client { get; }

    public IServiceProvider Services => _app.Services;

    public static async Task<ServerUnderTest> StartAsync(
        ServerOptions options, TimeProvider clock, Action<IServiceCollection>? configure = null, X509Certificate2? certificate = null)
    {
        WebApplication app = ServicePointsServer.Create(options, [certificate is null ? "http://127.0.0.1:0" : "https://127.0.0.1:0"], certificate, services =>
        {
            services.AddSingleton(clock);
            configure?.Invoke(services);
        });
        await app.StartAsync();
        return new ServerUnderTest(app, certificate);
    }

    /// <summary>Sends a GET with headers and reads the whole answer.</summary>
    public async Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach ((string name, string value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await Client.SendAsync(request);
    }

    /// <summary>Sends bytes as they are and reads until the server closes.</summary>
    public async Task<string> SendRawAsync(string request)
    {
        using var socket = new TcpClient(Client.BaseAddress!.Host, Client.BaseAddress.Port);
        NetworkStream stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request));
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
