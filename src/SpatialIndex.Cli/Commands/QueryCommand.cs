using System.CommandLine;
using System.Text;
using System.Text.Json;
using SpatialIndex.Cli.Output;
using SpatialIndex.Cli.Queries;
using SpatialIndex.ServicePoints.Api;
using SpatialIndex.ServicePoints.Feeds;
using SpatialIndex.ServicePoints.Hours;
using SpatialIndex.ServicePoints.Search;
using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.Cli.Commands;

/// <summary><c>query</c>: one request by options, or many from a file.</summary>
internal static class QueryCommand
{
    public static Command Create(CliEnvironment environment)
    {
        Option<string> snapshot = Options.Snapshot();
        Option<DateTimeOffset?> now = Options.Instant("--now", "A fixed clock. Default: the time of the machine.");
        Option<string> batch = Options.Path("A file with one request object a line; one response body a line comes out.", isRequired: false, "--batch");
        var format = new Option<string>("--format") { Description = "json is the contract's body.", DefaultValueFactory = static _ => "json" };
        format.AcceptOnlyFromAmong("json", "table", "geojson");
        var command = new Command("query", "Finds service points.") { snapshot, batch, now, format };

        Option<string[]>[] parameters = [.. RequestParameters.Known.Select(static parameter => new Option<string[]>(OptionName(parameter.Name))
        {
            Description = parameter.IsList ? $"The contract's {parameter.Name}; may be repeated." : $"The contract's {parameter.Name}.",
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
            DateTimeOffset instant = parsed.GetValue(now) ?? environment.Clock.GetUtcNow();
            var request = new RequestParameters();
            for (int i = 0; i < parameters.Length; i++)
            {
                foreach (string value in parsed.GetValue(parameters[i]) ?? [])
                {
                    request.Add(RequestParameters.Known[i].Name, value);
                }
            }

            if (parsed.GetValue(batch) is { } path)
            {
                if (!request.IsEmpty || parsed.GetValue(format) != "json")
                {
                    throw new UsageException("--batch takes its requests from the file and answers in JSON; leave out the other options.");
                }

                RunBatch(opened, path, instant, environment);
            }
            else
            {
                RunOne(opened, request, instant, parsed.GetValue(format)!, environment);
            }
        });
        return command;
    }

    private static string OptionName(string parameter) => $"--{parameter.Replace('_', '-')}";

    private static void RunOne(Snapshot snapshot, RequestParameters parameters, DateTimeOffset now, string format, CliEnvironment environment)
    {
        IReadOnlyList<SearchHit> hits;
        try
        {
            hits = new ServicePointSearch(snapshot).Find(new RequestParser(snapshot.Carriers).Parse(parameters), now);
        }
        catch (RequestException exception)
        {
            throw new RefusedException(exception.Message);
        }

        var zones = new PointTimeZones(snapshot.Carriers);
        if (format == "table")
        {
            HitTable.Write(hits, environment);
            return;
        }

        using (var writer = new Utf8JsonWriter(environment.Output, ServicePointJson.WriterOptions))
        {
            if (format == "geojson")
            {
                GeoJson.WriteCollection(writer, hits, static hit => hit.Point.Position, hit => ServicePointJson.WriteHit(writer, hit, now, zones));
            }
            else
            {
                ServicePointJson.WriteList(writer, hits, now, zones);
            }
        }

        environment.WriteLine();
    }

    private static void RunBatch(Snapshot snapshot, string path, DateTimeOffset now, CliEnvironment environment)
    {
        if (!File.Exists(path))
        {
            throw new RefusedException(Directory.Exists(path) ? $"{path}: is a directory, not a file." : $"{path}: there is no such file.");
        }

        var search = new ServicePointSearch(snapshot);
        var parser = new RequestParser(snapshot.Carriers);
        var zones = new PointTimeZones(snapshot.Carriers);
        using var writer = new Utf8JsonWriter(environment.Output, ServicePointJson.WriterOptions);
        foreach (string line in File.ReadLines(path))
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            try
            {
                if (JsonText.Problem(Encoding.UTF8.GetBytes(line)) is { } problem)
                {
                    throw new RequestException($"the request {problem}");
                }

                using JsonDocument document = JsonDocument.Parse(line);
                SearchRequest request = parser.Parse(RequestParameters.FromJson(document.RootElement));
                ServicePointJson.WriteList(writer, search.Find(request, now), now, zones);
            }
            catch (RequestException exception)
            {
                WriteError(writer, exception.Message);
            }
            catch (JsonException)
            {
                WriteError(writer, "the request is not JSON");
            }

            writer.Flush();
            writer.Reset();
            environment.WriteLine();
        }
    }

    private static void WriteError(Utf8JsonWriter writer, string detail)
    {
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
