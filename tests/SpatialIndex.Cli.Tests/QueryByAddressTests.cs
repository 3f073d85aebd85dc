using System.Text.Json;

namespace SpatialIndex.Cli.Tests;

public sealed class QueryByAddressTests : IDisposable
{
    private const string Points = """
        {"carrier":{"code":"laposte","name":"La Poste"},"carrier_service_point_id":"A","name":"Far","address":{"street":"Rue de Lille","house_number":"9","postal_code":"90000","city":"Belfort","country_code":"FR"},"position":{"latitude":47.6500,"longitude":6.8600}}
        {"carrier":{"code":"laposte","name":"La Poste"},"carrier_service_point_id":"B","name":"Near","address":{"street":"Rue Thiers","house_number":"2","postal_code":"90000","city":"Belfort","country_code":"FR"},"position":{"latitude":47.6391,"longitude":6.8553}}
        {"carrier":{"code":"laposte","name":"La Poste"},"carrier_service_point_id":"C","name":"Elsewhere","address":{"street":"Grande Rue","house_number":"1","postal_code":"25000","city":"Besançon","country_code":"FR"},"position":{"latitude":47.2380,"longitude":6.0240}}
        """;

    private readonly TestFolder _folder = new();
    private readonly string _snapshot;

    public QueryByAddressTests()
    {
        _snapshot = _folder["points.snapshot"];
        Tool built = Tool.Run("build", "-o", _snapshot, _folder.Write("points.ndjson", Points));
        Assert.True(built.Code == 0, built.Error);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Query_AddressWithGazetteer_StartsAtTheHouse()
    {
        string houses = _folder.Write("bano.csv", "1,1,Rue Thiers,90000,Belfort,C+O,47.6390,6.8550\n2,3,Rue Thiers,90000,Belfort,C+O,47.6391,6.8551\n");
        Assert.Equal(0, Tool.Run("gazetteer", "build", "-o", _folder["fr.gazetteer"], houses).Code);

        JsonElement data = Query("--gazetteer", _folder["fr.gazetteer"], "--address", "3 rue Thiers, 90000 Belfort", "--limit", "2");

        Assert.Equal(("matched", "house_number", "3 Rue Thiers, 90000 Belfort, France"), Geocoding(data));
        Assert.Equal(["Near", "Far"], Names(data));
        Assert.Equal(15, data.GetProperty("results")[0].GetProperty("distance").GetInt32());
    }

    /// <summary>A street is found where its points are; how far it reaches nobody says, so that less than a street is claimed.</summary>
    [Theory]
    [InlineData("Near", "matched", "postal_code", "Rue Thiers, 90000 Belfort, France", "--address", "rue Thiers 90000 Belfort")]
    [InlineData("Near", "partially_matched", "postal_code", "Rue Thiers, 90000 Belfort, France", "--address", "3 rue Thiers, Belfort")]
    [InlineData("Elsewhere", "matched", "postal_code", "25000, Besançon, France", "--address-postal-code", "25000", "--address-city", "Besancon")]
    [InlineData("Far", "matched", "city", "Belfort, France", "--address-city", "Belfort")]
    public void Query_AddressWithoutGazetteer_StartsAtThePointsOfTheSnapshot(string nearest, string status, string precision, string formatted, params string[] address)
    {
        JsonElement data = Query([.. address, "--limit", "1"]);

        Assert.Equal((status, precision, formatted), Geocoding(data));
        Assert.Equal([nearest], Names(data));
    }

    [Fact]
    public void Query_AddressThatNoPointHas_IsNotFound()
    {
        JsonElement data = Query("--address", "Lisboa");

        Assert.Equal(("not_found", null, null), Geocoding(data));
        Assert.Empty(Names(data));
    }

    [Fact]
    public void Query_GazetteerThatIsNone_IsRefused()
    {
        Tool tool = Tool.Run("query", "--snapshot", _snapshot, "--gazetteer", _snapshot, "--country-code", "FR", "--carrier-code", "laposte", "--address", "Belfort");

        Assert.Equal((1, ""), (tool.Code, tool.Output));
        Assert.Contains("is no gazetteer", tool.Error, StringComparison.Ordinal);
    }

    private JsonElement Query(params string[] options)
    {
        Tool tool = Tool.Run(["query", "--snapshot", _snapshot, "--country-code", "FR", "--carrier-code", "laposte", .. options]);
        Assert.Equal((0, ""), (tool.Code, tool.Error));
        return JsonDocument.Parse(tool.Output).RootElement.GetProperty("data");
    }

    private static (string? Status, string? Precision, string? Formatted) Geocoding(JsonElement data)
    {
        JsonElement geocoding = data.GetProperty("geocoding");
        return (geocoding.GetProperty("status").GetString(), geocoding.GetProperty("precision").GetString(), geocoding.GetProperty("formatted_address").GetString());
    }

    private static IEnumerable<string?> Names(JsonElement data) => data.GetProperty("results").EnumerateArray().Select(static point => point.GetProperty("name").GetString());
}
