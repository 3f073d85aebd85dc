using System.CommandLine;
using System.Text.Json;
using SpatialIndex.Cli.Queries;
using SpatialIndex.ServicePoints.Api;
using SpatialIndex.ServicePoints.Geocoding;

namespace SpatialIndex.Cli.Commands;

/// <summary><c>geocode</c>: one address by options, or many from a file.</summary>
internal static class GeocodeCommand
{
    public static Command Create(CliEnvironment environment)
    {
        Option<string> gazetteer = Options.Path("The gazetteer file to look in.", isRequired: true, "--gazetteer");
        var country = new Option<string>("--country-code") { Description = "The country of the address.", HelpName = "CODE" };
        Option<string>[] parameters = [.. AddressQuery.Parameters.Select(static name => new Option<string>($"--{name.Replace('_', '-')}") { Description = $"The contract's {name}.", HelpName = "VALUE" })];
        Option<string> batch = Options.Path("A file with one object a line: country_code and the contract's parameters of addresses.", isRequired: false, "--batch");
        var explain = new Option<bool>("--explain") { Description = "Adds what the words were taken for, and the runners-up." };
        var command = new Command("geocode", "Looks addresses up, or what is at a latitude and longitude.") { gazetteer, country, batch, explain };
        foreach (Option<string> parameter in parameters)
        {
            command.Options.Add(parameter);
        }

        command.SetAction(parsed =>
        {
            using var opened = Gazetteer.Open(parsed.GetValue(gazetteer)!);
            var geocoder = new GazetteerGeocoder(opened);
            bool isExplained = parsed.GetValue(explain);
            Dictionary<string, string?> values = AddressQuery.Parameters.Zip(parameters, (name, option) => KeyValuePair.Create(name, parsed.GetValue(option))).ToDictionary(StringComparer.Ordinal);
            values["country_code"] = parsed.GetValue(country);
            if (parsed.GetValue(batch) is not { } path)
            {
                Answer(geocoder, AddressQuery.Read(values.GetValueOrDefault), isExplained, environment);
                return;
            }

            if (values.Values.Any(static value => value is not null))
            {
                throw new UsageException("--batch takes its addresses from the file; leave out the other options.");
            }

            RunBatch(geocoder, path, isExplained, environment);
        });
        return command;
    }

    private static void RunBatch(GazetteerGeocoder geocoder, string path, bool isExplained, CliEnvironment environment)
    {
        foreach ((int number, string line) in BatchFile.ReadLines(path))
        {
            AddressQuery query;
            try
            {
                query = BatchFile.ReadObject(line, AddressQuery.FromJson);
            }
            catch (Exception exception) when (exception is JsonException or UsageException)
            {
                throw new RefusedException($"{path}: line {number}: {exception.Message}");
            }

            Answer(geocoder, query, isExplained, environment);
        }
    }

    private static void Answer(GazetteerGeocoder geocoder, AddressQuery query, bool isExplained, CliEnvironment environment)
    {
        if (query.Position is { } position)
        {
            Write(environment, writer => WriteAnswer(writer, geocoder.Reverse(position, query.Address.CountryCode)));
            return;
        }

        if (!isExplained)
        {
            Write(environment, writer => WriteAnswer(writer, geocoder.Geocode(query.Address)));
            return;
        }

        GeocodingExplanation explanation = geocoder.Explain(query.Address);
        Write(environment, writer =>
        {
            WriteAnswer(writer, explanation.Found);
            WriteExplanation(writer, explanation);
        });
    }

    private static void Write(CliEnvironment environment, Action<Utf8JsonWriter> write)
    {
        using (var writer = new Utf8JsonWriter(environment.Output, ServicePointJson.WriterOptions))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }

        environment.WriteLine();
    }

    private static void WriteAnswer(Utf8JsonWriter writer, GeocodedAddress found)
    {
        writer.WriteString("status", JsonNamingPolicy.SnakeCaseLower.ConvertName(found.Answer.Status.ToString()));
        writer.WriteString("precision", found.Answer.Precision);
        writer.WriteString("formatted_address", found.Answer.FormattedAddress);
        WriteNumber(writer, "latitude", found.Answer.Location?.Latitude);
        WriteNumber(writer, "longitude", found.Answer.Location?.Longitude);
        WriteNumber(writer, "uncertainty_meters", found.UncertaintyMeters is { } meters ? Math.Ceiling(meters) : null);
    }

    private static void WriteExplanation(Utf8JsonWriter writer, GeocodingExplanation explanation)
    {
        writer.WriteStartArray("parts");
        foreach (GeocodingPart part in explanation.Parts)
        {
            writer.WriteStartObject();
            writer.WriteString("part", part.Part);
            writer.WriteString("words", part.Words);
            writer.WriteString("matched", part.Matched);
            writer.WriteNumber("edits", part.Edits);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("unused");
        foreach (string word in explanation.Unused)
        {
            writer.WriteStringValue(word);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("runners_up");
        foreach (GeocodedAddress other in explanation.RunnersUp)
        {
            writer.WriteStartObject();
            WriteAnswer(writer, other);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteNumber(Utf8JsonWriter writer, string name, double? value)
    {
        if (value is { } number)
        {
            writer.WriteNumber(name, number);
        }
        else
        {
            writer.WriteNull(name);
        }
    }
}
