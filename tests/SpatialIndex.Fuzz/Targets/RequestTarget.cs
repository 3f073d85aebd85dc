using System.Buffers;
using System.Text.Json;
using SpatialIndex.ServicePoints.Api;
using SpatialIndex.ServicePoints.Geocoding;
using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.Fuzz.Targets;

/// <summary>A query string of a list, or a path with or without one, asked of the contract's operations.</summary>
internal sealed class RequestTarget : IFuzzTarget
{
    private const string ListPath = "/api/v3/service-points";

    private readonly Lazy<ServicePointsEndpoint> _endpoint = new(() =>
    {
        var snapshot = Snapshot.Open(Scratch.Write("asked.snapshot", SeedCorpus.Snapshot));
        return new ServicePointsEndpoint(
            new ServicePointsEngine(snapshot, new ServicePointsEngineOptions { Clock = new FixedClock(TestPoints.AsOf), Geocoder = new SnapshotGeocoder(snapshot) }));
    });

    public string Name => "request";

    public void Run(ReadOnlySpan<byte> input)
    {
        string text = InputText.Decode(input);
        int question = text.StartsWith('/') ? text.IndexOf('?', StringComparison.Ordinal) : 0;
        string path = question == 0 ? ListPath : question < 0 ? text : text[..question];
        string query = question < 0 ? "" : text[question..];
        foreach (string method in (string[])["GET", "POST"])
        {
            var body = new ArrayBufferWriter<byte>();
            EndpointAnswer answer = _endpoint.Value.AnswerAsync(method, path, query, null, body).AsTask().GetAwaiter().GetResult();
            FuzzException.Require(answer.Status is 200 or 400 or 404 or 405, "There is no answer.");
            JsonDocument.Parse(body.WrittenMemory).Dispose();
        }
    }
}
