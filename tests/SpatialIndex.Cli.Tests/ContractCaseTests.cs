using System.Text.Json;

namespace SpatialIndex.Cli.Tests;

/// <summary>
/// The shared contract cases that end in a list and need neither a geocoder nor an account, through <c>query</c>. The others
/// concern HTTP or messages, which the tool does not have.
/// </summary>
public class ContractCaseTests(FixtureSnapshot fixture) : IClassFixture<FixtureSnapshot>
{
    public static TheoryData<string> Names()
    {
        var names = new TheoryData<string>();
        if (Directory.Exists(Repository.SharedPath))
        {
            using JsonDocument cases = ReadCases();
            foreach (JsonElement entry in cases.RootElement.EnumerateArray().Where(IsList))
            {
                names.Add(entry.GetProperty("name").GetString()!);
            }
        }
        else
        {
            names.Add("(no shared folder)");
        }

        return names;
    }

    [SkippableTheory]
    [MemberData(nameof(Names))]
    public void Query_AnswersAsTheCaseSays(string name)
    {
        Repository.Shared("contract/cases.json");
        using JsonDocument cases = ReadCases();
        JsonElement entry = cases.RootElement.EnumerateArray().Single(item => item.GetProperty("name").GetString() == name);

        Tool run = Tool.Run([.. Arguments(entry)]);

        Assert.True(run.Code == 0, run.Error);
        using JsonDocument body = JsonDocument.Parse(run.Output);
        Check(entry.GetProperty("expect"), body.RootElement);
    }

    private static bool IsList(JsonElement entry) =>
        entry.GetProperty("method").GetString() == "GET"
        && entry.GetProperty("path").GetString() == "/api/v3/service-points"
        && entry.GetProperty("expect").GetProperty("status").GetInt32() == 200
        && entry.GetProperty("integration").ValueKind == JsonValueKind.Null
        && (!entry.TryGetProperty("geocoder", out JsonElement geocoder) || geocoder.ValueKind == JsonValueKind.Null);

    private IEnumerable<string> Arguments(JsonElement entry)
    {
        IEnumerable<string> arguments = ["query", "--snapshot", fixture.Path, "--now", entry.GetProperty("now").GetString()!];
        HashSet<string> known = [.. Queries.RequestParameters.Known.Select(static parameter => parameter.Name)];

        // Unknown parameters are ignored over HTTP; on a command line they are mistakes.
        return arguments.Concat(entry.GetProperty("query").EnumerateArray()
            .Where(pair => known.Contains(pair[0].GetString()!))
            .Select(static pair => $"--{pair[0].GetString()!.Replace('_', '-')}={pair[1].GetString()}"));
    }

    private static void Check(JsonElement expect, JsonElement body)
    {
        List<JsonElement> results = [.. body.GetProperty("data").GetProperty("results").EnumerateArray()];
        Assert.Equal(JsonValueKind.Null, body.GetProperty("data").GetProperty("geocoding").ValueKind);
        if (expect.TryGetProperty("ids", out JsonElement ids))
        {
            List<long> expected = [.. ids.EnumerateArray().Select(static id => id.GetInt64())];
            List<long> actual = [.. results.Select(static point => point.GetProperty("id").GetInt64())];
            bool isOrdered = !expect.TryGetProperty("ordered", out JsonElement ordered) || ordered.GetBoolean();
            if (!isOrdered)
            {
                expected.Sort();
                actual.Sort();
            }

            Assert.Equal(expected, actual);
        }

        if (expect.TryGetProperty("distances", out JsonElement distances))
        {
            Assert.Equal(
                distances.EnumerateArray().Select(static item => item.GetRawText()),
                results.Select(static point => point.GetProperty("distance").GetRawText()));
        }

        foreach (string field in new[] { "is_open_tomorrow", "next_open_at", "is_expired" })
        {
            CheckMap(expect, field, results, point => point.GetProperty(field).GetRawText());
        }

        CheckMap(expect, "carrier_codes", results, static point => point.GetProperty("carrier").GetProperty("code").GetRawText());
        foreach (JsonProperty pointer in expect.TryGetProperty("fields", out JsonElement fields) ? [.. fields.EnumerateObject()] : Array.Empty<JsonProperty>())
        {
            Assert.True(JsonElement.DeepEquals(pointer.Value, Resolve(body, pointer.Name)!.Value), pointer.Name);
        }

        foreach (JsonElement pointer in expect.TryGetProperty("absent", out JsonElement absent) ? [.. absent.EnumerateArray()] : Array.Empty<JsonElement>())
        {
            Assert.Null(Resolve(body, pointer.GetString()!));
        }
    }

    private static void CheckMap(JsonElement expect, string name, List<JsonElement> results, Func<JsonElement, string> read)
    {
        if (expect.TryGetProperty(name, out JsonElement map))
        {
            foreach (JsonProperty pair in map.EnumerateObject())
            {
                JsonElement point = results.Single(item => item.GetProperty("id").GetRawText() == pair.Name);
                Assert.Equal((pair.Name, pair.Value.GetRawText()), (pair.Name, read(point)));
            }
        }
    }

    /// <summary>RFC 6901, without escapes, which the cases do not use.</summary>
    private static JsonElement? Resolve(JsonElement root, string pointer)
    {
        JsonElement? current = root;
        foreach (string step in pointer.Split('/').Skip(1))
        {
            current = current switch
            {
                { ValueKind: JsonValueKind.Object } item when item.TryGetProperty(step, out JsonElement property) => property,
                { ValueKind: JsonValueKind.Array } item when int.TryParse(step, out int index) && index < item.GetArrayLength() => item[index],
                _ => null,
            };
        }

        return current;
    }

    private static JsonDocument ReadCases() => JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Repository.SharedPath, "contract/cases.json")));
}
