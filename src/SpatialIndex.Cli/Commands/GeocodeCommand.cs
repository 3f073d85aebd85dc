using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using SpatialIndex.ServicePoints.Api;
using SpatialIndex.ServicePoints.Geocoding;

namespace SpatialIndex.Cli.Commands;

/// <summary><c>geocode</c>: one address by options, or many from a file.</summary>
internal static class GeocodeCommand
{
    private static readonly string[] Parts = ["address", "address_street", "address_house_number", "address_postal_code", "address_city", "latitude", "longitude"];

    public static Command Create(CliEnvironment environment)
    {
        Option<string> gazetteer = Options.Path("The gazetteer file to look in.", isRequired: true, "--gazetteer");
        var country = new Option<string>("--country-code") { Description = "The country of the address.", HelpName = "CODE" };
        Option<string>[] parts = [.. Parts.Select(static part => new Option<string>($"--{part.Replace('_', '-')}") { Description = $"The contract's {part}.", HelpName = "VALUE" })];
        Option<string> batch = Options.Path("A file with one object a line: country_code and the contract's parameters of addresses.", isRequired: false, "--batch");
        var explain = new Option<bool>("--explain") { Description = "Adds what the words were taken for, and the runners-up." };
        var command = new Command("geocode", "Looks addresses up, or what is at a latitude and longitude.") { gazetteer, country, batch, explain };
        foreach (Option<string> part in parts)
        {
            command.Options.Add(part);
        }

        command.SetAction(parsed =>
        {
            using var opened = Gazetteer.Open(parsed.GetValue(gazetteer)!);
            var geocoder = new GazetteerGeocoder(opened);
            bool isExplained = parsed.GetValue(explain);
            if (parsed.GetValue(batch) is { } path)
            {
                RunBatch(geocoder, path, isExplained, environment);
                return;
            }

            var values = Parts.Zip(parts, (name, option) => (name, parsed.GetValue(option))).ToDictionary(static p => p.name, static p => p.Item2, StringComparer.Ordinal);
            values["country_code"] = parsed.GetValue(country);
            Answer(geocoder, name => values.GetValueOrDefault(name), isExplained, environment);
        });
        return command;
    }

    private static void RunBatch(GazetteerGeocoder geocoder, string path, bool isExplained, CliEnvironment environment)
    {
        if (!File.Exists(path))
        {
            throw new RefusedException($"{path}: there is no such file.");
        }

        int number = 0;
        foreach (string line in File.ReadLines(path))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            try
            {
                using JsonDocument document = JsonDocument.Parse(line);
                Answer(geocoder, name => document.RootElement.TryGetProperty(name, out JsonElement value) ? value.ValueKind == JsonValueKind.String ? value.GetString() : value.ToString() : null, isExplained, environment);
            }
            catch (Exception exception) when (exception is JsonException or InvalidOperationException)
            {
                throw new RefusedException($"{path}: line {number}: is no JSON object.");
            }
        }
    }

    private static void Answer(GazetteerGeocoder geocoder, Func<string, string?> part, bool isExplained, CliEnvironment environment)
    {
        string? Given(string name) => part(name)?.Trim() is { Length: > 0 } value ? value : null;
        if (Given("country_code") is not { } country)
        {
            throw new UsageException("An address needs its country: --country-code CODE, or country_code in each object of a batch.");
        }

        var address = new GeocodingAddress
        {
            CountryCode = country.ToUpperInvariant(),
            Text = Given("address"),
            Street = Given("address_street"),
            HouseNumber = Given("address_house_number"),
            PostalCode = Given("address_postal_code"),
            City = Given("address_city"),
        };
        if (Given("latitude") is { } latitude && Given("longitude") is { } longitude)
        {
            Write(environment, writer => WriteAnswer(writer, geocoder.Reverse(Position(latitude, longitude), address.CountryCode)));
            return;
        }

        if (address is { Text: null, Street: null, PostalCode: null, City: null })
        {
            throw new UsageException("No address is given.");
        }

        if (!isExplained)
        {
            Write(environment, writer => WriteAnswer(writer, geocoder.Geocode(address)));
            return;
        }

        GeocodingExplanation explanation = geocoder.Explain(address);
        Write(environment, writer =>
        {
            WriteAnswer(writer, explanation.Found);
            WriteExplanation(writer, explanation);
        });
    }

    private static GeoPoint Position(string latitude, string longitude) =>
        double.TryParse(latitude, CultureInfo.InvariantCulture, out double north) && north is >= -90 and <= 90
        && double.TryParse(longitude, CultureInfo.InvariantCulture, out double east) && east is >= -180 and <= 180
            ? new GeoPoint { Latitude = north, Longitude = east }
            : throw new UsageException($"{latitude}, {longitude} is no position: a latitude is -90 to 90, a longitude -180 to 180.");

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
