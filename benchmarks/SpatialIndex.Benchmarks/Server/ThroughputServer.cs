using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using SpatialIndex.AspNetCore;

namespace SpatialIndex.Benchmarks.Server;

/// <summary>The edge server with an endpoint beside it that does nothing but send as many bytes as a list has: the most that Kestrel can do.</summary>
internal static class ThroughputServer
{
    private const string BarePath = "/bare";

    public static async Task RunAsync(string snapshot, string list)
    {
        await using WebApplication server = ServicePointsServer.Create(new ServerOptions { SnapshotPath = snapshot }, ["http://127.0.0.1:0"]);
        byte[] body = [];
        server.MapGet(BarePath, (RequestDelegate)(context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = body.Length;
            return context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
        }));
        await server.StartAsync();
        string address = server.Urls.Single();
        using var client = new HttpClient();
        body = await client.GetByteArrayAsync(address + list);
        Console.WriteLine($"{address}{BarePath} {address}{list}");
        await server.WaitForShutdownAsync();
    }
}
