using System.Buffers;
using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using SpatialIndex.Cli.Output;
using SpatialIndex.Cli.Queries;
using SpatialIndex.ServicePoints.Api;
using SpatialIndex.ServicePoints.Api.Requests;
using SpatialIndex.ServicePoints.Geocoding;
using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.Cli.Commands;

/// <summary><c>query</c>: one request by options, or many from a file.</summary>
internal static class QueryCommand
{
    public static Command Create(CliEnvironment environment)
    {
        Option<string> snapshot = Options.Snapshot();
        Option<string> gazetteer = Options.Path("The gazetteer to look addresses up in. Default: the addresses of the snapshot's own points.", isRequired: false, "--gazetteer");
        Option<DateTimeOffset?> now = Options.Instant("--now", "A fixed clock. Default: the time of the machine.");
        Option<string> batch = Options.Path("A file with one request object a line; one response body a line comes out.", isRequired: false, "--batch");
        var format = new Option<string>("--format") { Description = "json is the contract's body.", DefaultValueFactory = static _ => "json" };
        format.AcceptOnlyFromAmong("json", "table", "geojson");
        var command = new Command("query", "Finds service points.") { snapshot, gazetteer, batch, now, format };

        Option<string[]>[] parameters = [.. ParameterNames.All.Select(static name => new Option<string[]>(OptionName(name))
        {
            Description = ParameterNames.IsList(name) ? $"The contract's {name}; may be repeated." : $"The contract's {name}.",
            HelpName = "VALUE",
            Arity = ArgumentArity.OneOrMore,
            AllowMultipleArgumentsPerToken = false,
        })];
        foreach (Option<string[]> parameter in parameters)
        {
            command.Options.Add(parameter);
        }

        command.SetAction(parsed =>
        {
            using Snapshot opened = Snapshot.Open(parsed.GetValue(snapshot)!);
            using Gazetteer? places = parsed.GetValue(gazetteer) is { } file ? Gazetteer.Open(file) : null;
            IGeocoder geocoder = places is null ? new SnapshotGeocoder(opened) : new GazetteerGeocoder(places);
            var engine = new ServicePointsEngine(opened, new ServicePointsEngineOptions { Clock = environment.ClockAt(parsed.GetValue(now)), Geocoder = geocoder });
            var request = new RequestQuery();
            for (int i = 0; i < parameters.Length; i++)
            {
                foreach (string value in parsed.GetValue(parameters[i]) ?? [])
                {
                    request.Add(ParameterNames.All[i], value);
                }
            }

            if (parsed.GetValue(batch) is { } path)
            {
                if (!request.IsEmpty || parsed.GetValue(format) != "json")
                {
                    throw new UsageException("--batch takes its requests from the file and answers in JSON; leave out the other options.");
                }

                RunBatch(engine, path, environment);
            }
            else
            {
                RunOne(engine, request, parsed.GetValue(format)!, environment);
            }
        });
        return command;
    }

    private static string OptionName(string parameter) => $"--{parameter.Replace('_', '-')}";

    private static void RunOne(ServicePointsEngine engine, RequestQuery request, string format, CliEnvironment environment)
    {
        var body = new ArrayBufferWriter<byte>();
        bool isFound = Answer(engine, request, body) == 200;
        if (isFound && format == "json")
        {
            WriteLine(body, environment);
            return;
        }

        using JsonDocument answer = JsonDocument.Parse(body.WrittenMemory);
        if (!isFound)
        {
            throw new RefusedException(string.Join("; ", answer.RootElement.GetProperty("errors").EnumerateArray().Select(Describe)));
        }

        JsonElement[] results = [.. answer.RootElement.GetProperty("data").GetProperty("results").EnumerateArray()];
        if (format == "table")
        {
            ResultTable.Write(results, environment);
            return;
        }

        using (var writer = new Utf8JsonWriter(environment.Output, ServicePointJson.WriterOptions))
        {
            GeoJson.WriteCollection(writer, results, PositionOf, result => result.WriteTo(writer));
        }

        environment.WriteLine();
    }

    private static void RunBatch(ServicePointsEngine engine, string path, CliEnvironment environment)
    {
        var body = new ArrayBufferWriter<byte>();
        foreach ((_, string line) in BatchFile.ReadLines(path))
        {
            body.ResetWrittenCount();
            if (TryReadRequest(line, out RequestQuery? request, out string? problem))
            {
                Answer(engine, request, body);
            }
            else
            {
                WriteError(body, problem);
            }

            WriteLine(body, environment);
        }
    }

    private static bool TryReadRequest(string line, [NotNullWhen(true)] out RequestQuery? request, [NotNullWhen(false)] out string? problem)
    {
        try
        {
            (request, problem) = (BatchFile.ReadObject(line, RequestQuery.FromJson), null);
            return true;
        }
        catch (JsonException exception)
        {
            (request, problem) = (null, exception.Message);
            return false;
        }
    }

    /// <summary>Without a geocoder that could be waited for, the answer is there at once.</summary>
    private static int Answer(ServicePointsEngine engine, RequestQuery request, ArrayBufferWriter<byte> body) =>
        engine.WriteListAsync(request.ToString(), null, body).AsTask().GetAwaiter().GetResult();

    private static string Describe(JsonElement error)
    {
        string detail = error.GetProperty("detail").GetString()!;
        return error.TryGetProperty("source", out JsonElement source) ? $"{source.GetProperty("parameter").GetString()}: {detail}" : detail;
    }

    private static GeoPoint PositionOf(JsonElement result)
    {
        JsonElement position = result.GetProperty("position");
        return new GeoPoint { Latitude = position.GetProperty("latitude").GetDouble(), Longitude = position.GetProperty("longitude").GetDouble() };
    }

    private static void WriteLine(ArrayBufferWriter<byte> body, CliEnvironment environment)
    {
        environment.Output.Write(body.WrittenSpan);
        environment.WriteLine();
    }

    private static void WriteError(ArrayBufferWriter<byte> body, string detail)
    {
        using var writer = new Utf8JsonWriter(body, ServicePointJson.WriterOptions);
        writer.WriteStartObject();
        writer.WriteStartArray("errors");
        writer.WriteStartObject();
        writer.WriteString("status", "400");
        writer.WriteString("code", "validation_error");
        writer.WriteString("detail", detail);
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
