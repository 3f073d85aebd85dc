using System.Text.Json;

namespace SpatialIndex.Cli.Tests;

public sealed class GazetteerCommandTests : IDisposable
{
    private const string Bano = """
        1,1,Rue Thiers,90000,Belfort,C+O,47.6390,6.8550
        2,3,Rue Thiers,90000,Belfort,C+O,47.6391,6.8551
        3,5,Rue Thiers,90000,Belfort,C+O,47.6392,6.8552
        """;

    private readonly TestFolder _folder = new();
    private readonly string _gazetteer;

    public GazetteerCommandTests()
    {
        _gazetteer = _folder["fr.gazetteer"];
        Assert.Equal(0, Tool.Run("gazetteer", "build", "-o", _gazetteer, _folder.Write("bano.csv", Bano)).Code);
    }

    [Fact]
    public void Build_Sources_PrintsALineForEach()
    {
        string bano = _folder.Write("more.csv", Bano + "\n4,7,Rue Thiers\n5,9,Rue Thiers,90000,Belfort,C+O,,\n6,\"11,Rue Thiers,90000,Belfort,C+O,47.6393,6.8553\n");
        string names = _folder.Write("admin1.json", """[{"code":"FR.27","name":"Bourgogne-Franche-Comté"},{"code":"FR.28"}]""");

        Tool tool = Tool.Run("gazetteer", "build", "-o", _folder["out.gazetteer"], bano, names);

        Assert.Equal((0, ""), (tool.Code, tool.Error));
        string[] lines = tool.Output.TrimEnd().Split('\n');
        Assert.Equal($"{bano} (BANO): 6 lines = 3 records + 3 left out: 1 unreadable, 1 with a wrong number of columns, 1 without position", lines[0]);
        Assert.Equal($"{names} (GeoNames admin1 JSON): 2 lines = 1 records + 1 left out: 1 without name", lines[1]);
        Assert.StartsWith($"{_folder["out.gazetteer"]}: 1 countries, ", lines[2], StringComparison.Ordinal);
        Assert.Equal(3, lines.Length);
    }

    [Theory]
    [InlineData("us/ca/berkeley.csv", "")]
    [InlineData("berkeley.csv", "us=")]
    [InlineData("be.csv", "US=")]
    [InlineData("us=berkeley.csv", "us=")]
    public void Build_OpenAddresses_IsOfTheCountrySaidOrOfTheFolders(string file, string country)
    {
        Directory.CreateDirectory(_folder["us/ca"]);
        _folder.Write(file, "LON,LAT,NUMBER,STREET,UNIT,CITY,DISTRICT,REGION,POSTCODE,ID,HASH\n-122.27,37.87,2180,MILVIA ST,,BERKELEY,,CA,94704,,a\n");

        Tool tool = Tool.Run("gazetteer", "build", "-o", _folder["us.gazetteer"], country + _folder[file]);

        Assert.Equal((0, ""), (tool.Code, tool.Error));
        Assert.Contains("(OpenAddresses CSV of US): 1 lines = 1 records + 0 left out", tool.Output, StringComparison.Ordinal);
        JsonElement answer = Answer(Tool.Run("geocode", "--gazetteer", _folder["us.gazetteer"], "--country-code", "US", "--address", "2180 Milvia Street, Berkeley 94704"));
        Assert.Equal("house_number", answer.GetProperty("precision").GetString());
    }

    [Fact]
    public void Build_OpenAddressesOfNoCountry_IsRefusedWithWhatToDo()
    {
        string file = _folder.Write("berkeley.csv", "lon,lat,number,street,city\n-122.27,37.87,2180,MILVIA ST,BERKELEY\n");

        Tool tool = Tool.Run("gazetteer", "build", "-o", _folder["us.gazetteer"], file);

        Assert.Equal((1, 1), (tool.Code, tool.Error.TrimEnd().Split('\n').Length));
        Assert.Contains($"Say which country it is of, as in US={file}.", tool.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder["us.gazetteer"]));
    }

    [Theory]
    [InlineData("xx=bano.csv", "\"xx\" is no country")]
    [InlineData("fra=bano.csv", "\"fra\" is no country")]
    [InlineData("fr=", "no file behind")]
    [InlineData("", "is empty")]
    [InlineData("--country", "no option")]
    public void Build_ArgumentThatIsNoSource_IsWrongUsage(string source, string reason)
    {
        Tool tool = Tool.Run("gazetteer", "build", "-o", _folder["out.gazetteer"], "--", source);

        Assert.Equal(2, tool.Code);
        Assert.Contains(reason, tool.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Geocode_OneAddress_IsFound()
    {
        JsonElement answer = Answer(Tool.Run("geocode", "--gazetteer", _gazetteer, "--country-code", "fr", "--address", "3 rue Thiers, 90000 Belfort"));

        Assert.Equal(("matched", "house_number"), (answer.GetProperty("status").GetString(), answer.GetProperty("precision").GetString()));
        Assert.Equal("3 Rue Thiers, 90000 Belfort, France", answer.GetProperty("formatted_address").GetString());
        Assert.Equal((47.6391, 6.8551, 50), (answer.GetProperty("latitude").GetDouble(), answer.GetProperty("longitude").GetDouble(), answer.GetProperty("uncertainty_meters").GetInt32()));
    }

    [Fact]
    public void Geocode_Explained_TellsPartsUnusedAndRunnersUp()
    {
        JsonElement answer = Answer(Tool.Run("geocode", "--gazetteer", _gazetteer, "--country-code", "FR", "--address", "Chez Paul, 4 rue Thierz, Belfort", "--explain"));

        Assert.Equal(["house_number", "street", "city"], answer.GetProperty("parts").EnumerateArray().Select(static part => part.GetProperty("part").GetString()));
        Assert.Equal("Rue Thiers", answer.GetProperty("parts")[1].GetProperty("matched").GetString());
        Assert.Equal(["chez", "paul"], answer.GetProperty("unused").EnumerateArray().Select(static word => word.GetString()));
        Assert.Equal(JsonValueKind.Array, answer.GetProperty("runners_up").ValueKind);
    }

    [Fact]
    public void Build_Geocoding_PlacesPointsByTheirAddresses()
    {
        string feed = _folder.Write("feed.ndjson", """
            {"carrier":{"code":"mine"},"carrier_service_point_id":"1","address":{"street":"Rue Thiers","house_number":"3","city":"Belfort","country_code":"FR"}}
            """);
        string snapshot = _folder["points.snapshot"];

        Assert.Equal(1, Tool.Run("build", "-o", snapshot, feed).Code);
        (int code, _, string error) = Tool.Run("build", "-o", snapshot, "--geocode", _gazetteer, feed);

        Assert.Equal(0, code);
        Assert.Contains("latitude: is missing; it is that of the address, found by its house_number: \"Rue Thiers 3 Belfort, to 50 m\"", error, StringComparison.Ordinal);
        Assert.Contains("\"latitude\":47.6391,\"longitude\":6.8551", Tool.Run("export", snapshot).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("none.gazetteer")]
    [InlineData("bano.csv")]
    public void Build_NoGazetteer_IsRefused(string file)
    {
        (int code, _, string error) = Tool.Run("build", "-o", _folder["points.snapshot"], "--geocode", _folder[file], _folder.Write("feed.ndjson", "{}"));

        Assert.Equal(1, code);
        Assert.Contains(file, error, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder["points.snapshot"]));
    }

    [Fact]
    public void Build_OntoItsGazetteer_IsRefused()
    {
        (int code, _, string error) = Tool.Run("build", "-o", _gazetteer, "--geocode", _gazetteer, _folder.Write("feed.ndjson", "{}"));

        Assert.Equal((2, true), (code, error.Contains("would be read and overwritten", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("FR=")]
    public void Build_GazetteerOverItsSource_IsRefusedAndNothingIsTouched(string country)
    {
        string source = _folder.Write("a.csv", Bano);

        Tool tool = Tool.Run("gazetteer", "build", "-o", source, country + source);

        Assert.Equal((2, true), (tool.Code, tool.Error.Contains("would be read and overwritten", StringComparison.Ordinal)));
        Assert.Equal(Bano, File.ReadAllText(source));
    }

    [Fact]
    public void Geocode_Batch_GivesALineForEach()
    {
        string questions = _folder.Write("questions.ndjson", """
            {"country_code":"FR","address_street":"Rue Thiers","address_house_number":1,"address_city":"Belfort"}

            {"country_code":"FR","latitude":47.63921,"longitude":6.85521}
            {"country_code":"NL","address":"Belfort"}
            """);

        string[] lines = Tool.Run("geocode", "--gazetteer", _gazetteer, "--batch", questions).Output.TrimEnd().Split('\n');

        Assert.Equal(
            ["1 Rue Thiers, 90000 Belfort, France", "5 Rue Thiers, 90000 Belfort, France", null],
            lines.Select(static line => JsonDocument.Parse(line).RootElement.GetProperty("formatted_address").GetString()));
    }

    [Theory]
    [InlineData("inspect", "  FR  localities 1  postal codes 1  streets 1  house numbers 3  ")]
    [InlineData("verify", ": sound; 1 countries")]
    public void InspectAndVerify_Gazetteer_SayWhatItIs(string command, string expected)
    {
        Tool tool = Tool.Run(command, _gazetteer);

        Assert.Equal(0, tool.Code);
        Assert.Contains(expected, tool.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("build", "missing.csv")]
    [InlineData("build", "empty.csv")]
    [InlineData("build", "unknown.csv")]
    [InlineData("build", "broken.json")]
    [InlineData("build", ".")]
    [InlineData("geocode", "missing.gazetteer")]
    [InlineData("geocode", "unknown.csv")]
    [InlineData("geocode", "cut.gazetteer")]
    [InlineData("geocode", ".")]
    [InlineData("verify", "cut.gazetteer")]
    public void Command_BadFile_IsRefusedInOneLine(string command, string file)
    {
        _folder.Write("empty.csv", "");
        _folder.Write("unknown.csv", "a,b\n1,2\n");
        _folder.Write("broken.json", "[{");
        _folder.Write("cut.gazetteer", File.ReadAllBytes(_gazetteer)[..500]);

        Tool tool = command switch
        {
            "build" => Tool.Run("gazetteer", "build", "-o", _folder["out.gazetteer"], _folder[file]),
            "geocode" => Tool.Run("geocode", "--gazetteer", _folder[file], "--country-code", "FR", "--address", "Belfort"),
            _ => Tool.Run(command, _folder[file]),
        };

        Assert.Equal((1, 1), (tool.Code, tool.Error.TrimEnd().Split('\n').Length));
        Assert.False(File.Exists(_folder["out.gazetteer"]));
    }

    [Theory]
    [InlineData("[1]", "not a JSON object")]
    [InlineData("{", "not JSON")]
    [InlineData("""{"country_code":"FR","address":"\ud800"}""", "half a surrogate pair")]
    [InlineData("""{"country_code":"FR","address":["Belfort"]}""", "address is neither a text nor a number")]
    [InlineData("""{"address":"Belfort"}""", "country_code")]
    [InlineData("""{"country_code":null,"address":"Belfort"}""", "country_code")]
    [InlineData("""{"country_code":"FR","address":" "}""", "No address")]
    [InlineData("""{"country_code":"FR","address":"Belfort","longitude":6.8}""", "both")]
    [InlineData("""{"country_code":"FR","latitude":91,"longitude":6.8}""", "no position")]
    public void Geocode_BatchLineThatAsksNothing_IsRefusedWithItsNumber(string line, string reason)
    {
        string file = _folder.Write("bad.ndjson", $"{{\"country_code\":\"FR\",\"address\":\"Belfort\"}}\n\n{line}\n");

        Tool tool = Tool.Run("geocode", "--gazetteer", _gazetteer, "--batch", file);

        Assert.Equal((1, 1), (tool.Code, tool.Error.TrimEnd().Split('\n').Length));
        Assert.StartsWith($"spatialindex: {file}: line 3: ", tool.Error, StringComparison.Ordinal);
        Assert.Contains(reason, tool.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--country-code", "FR")]
    [InlineData("--address=")]
    [InlineData("--latitude", "47")]
    public void Geocode_BatchWithOtherOptions_IsWrongUsage(params string[] options)
    {
        string questions = _folder.Write("questions.ndjson", """{"country_code":"FR","address":"Belfort"}""");

        Tool tool = Tool.Run(["geocode", "--gazetteer", _gazetteer, "--batch", questions, .. options]);

        Assert.Equal((2, "", true), (tool.Code, tool.Output, tool.Error.Contains("--batch", StringComparison.Ordinal)));
    }

    [Fact]
    public void Geocode_Position_IsFoundInAnyNotation() =>
        Assert.Equal(
            "5 Rue Thiers, 90000 Belfort, France",
            Answer(Tool.Run("geocode", "--gazetteer", _gazetteer, "--country-code", "FR", "--latitude", "4.763921e1", "--longitude", " 6.85521")).GetProperty("formatted_address").GetString());

    [Theory]
    [InlineData("no position", "--latitude", "5,2", "--longitude", "6.85")]
    [InlineData("no position", "--latitude", "47.6", "--longitude", "6,855")]
    [InlineData("no position", "--latitude", "NaN", "--longitude", "6.85")]
    [InlineData("both", "--latitude", "47.6")]
    [InlineData("both", "--longitude", "6.85", "--address", "Belfort")]
    [InlineData("both", "--latitude", "47.6", "--longitude", "")]
    public void Geocode_PositionThatIsNone_IsWrongUsage(string reason, params string[] options)
    {
        Tool tool = Tool.Run(["geocode", "--gazetteer", _gazetteer, "--country-code", "FR", .. options]);

        Assert.Equal((2, ""), (tool.Code, tool.Output));
        Assert.Contains(reason, tool.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Geocode_NoCountry_IsWrongUsage() => Assert.Equal(2, Tool.Run("geocode", "--gazetteer", _gazetteer, "--address", "Belfort").Code);

    public void Dispose() => _folder.Dispose();

    private static JsonElement Answer(Tool tool)
    {
        Assert.Equal((0, ""), (tool.Code, tool.Error));
        return JsonDocument.Parse(tool.Output).RootElement;
    }
}
