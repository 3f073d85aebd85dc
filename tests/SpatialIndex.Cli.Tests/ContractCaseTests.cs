using System.Text.Json;
using SpatialIndex.ServicePoints.Api.Requests;
using SpatialIndex.ServicePoints.Tests.Api;

namespace SpatialIndex.Cli.Tests;

/// <summary>The shared contract cases that end in a list and need neither a geocoder nor an account, through <c>query</c>.</summary>
public class ContractCaseTests(FixtureSnapshot fixture) : IClassFixture<FixtureSnapshot>
{
    public static TheoryData<string> Names() => ContractCases.All.Count == 0
        ? ["(no shared folder)"]
        : [.. ContractCases.All.Where(static entry => IsList(entry.Value)).Select(static entry => entry.Key)];

    [SkippableTheory]
    [MemberData(nameof(Names))]
    public void Query_AnswersAsTheCaseSays(string name)
    {
        Repository.Shared("contract/cases.json");
        JsonElement entry = ContractCases.All[name];

        Tool run = Tool.Run([.. Arguments(entry)]);

        Assert.True(run.Code == 0, run.Error);
        using JsonDocument body = JsonDocument.Parse(run.Output);
        CaseExpectation.Check(entry.GetProperty("expect"), 200, body.RootElement);
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

        // Unknown parameters are ignored over HTTP; on a command line they are mistakes.
        return arguments.Concat(entry.GetProperty("query").EnumerateArray()
            .Where(static pair => ParameterNames.All.Contains(pair[0].GetString()!))
            .Select(static pair => $"--{pair[0].GetString()!.Replace('_', '-')}={pair[1].GetString()}"));
    }
}
