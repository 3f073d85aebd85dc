using System.Text.Json;

namespace SpatialIndex.ServicePoints.Tests.Api;

/// <summary>The shared cases by their names; none where the folder <c>shared</c> is missing.</summary>
public static class ContractCases
{
    public static IReadOnlyDictionary<string, JsonElement> All { get; } = ReadCases();

    private static Dictionary<string, JsonElement> ReadCases()
    {
        string path = Path.Combine(Repository.SharedPath, "contract/cases.json");
        if (!File.Exists(path))
        {
            return [];
        }

        using JsonDocument cases = JsonDocument.Parse(File.ReadAllBytes(path));
        return cases.RootElement.EnumerateArray().ToDictionary(static entry => entry.GetProperty("name").GetString()!, static entry => entry.Clone());
    }
}
