using System.CommandLine;
using SpatialIndex.Cli.Commands;

namespace SpatialIndex.Cli.Tests;

public sealed class ServeSettingsTests : IDisposable
{
    private static readonly Option<string> Config = new("--config");
    private static readonly Option<string> TrustedKey = new("--trusted-key");
    private static readonly Option<string> Urls = new("--urls");

    private readonly TestFolder _folder = new();

    [Theory]
    [InlineData("--trusted-key=line", "variable", "line")]
    [InlineData("", "variable", "variable")]
    [InlineData("", "", "file")]
    public void Setting_GivenInSeveralPlaces_IsThatOfTheFirst(string line, string variable, string expected)
    {
        ServeSettings settings = Read("""{"trusted_key": "file", "urls": ""}""", line, variable);

        Assert.Equal((expected, null), (settings[TrustedKey], settings[Urls]));
    }

    [Theory]
    [InlineData("[]", "is no JSON object")]
    [InlineData("{", "is no JSON object")]
    [InlineData("""{"trusted-key": "x"}""", "\"trusted-key\" is no setting; there are trusted_key, urls.")]
    [InlineData("""{"urls": ["http://localhost"]}""", "\"urls\" is neither a text nor a number.")]
    public void File_ThatIsNone_IsRefused(string json, string problem)
    {
        RefusedException exception = Assert.Throws<RefusedException>(() => Read(json, "", ""));

        Assert.Contains(problem, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void File_Missing_IsRefusedByServe()
    {
        Tool tool = Tool.Run("serve", "--config", _folder["missing.json"]);

        Assert.Equal((1, 1), (tool.Code, tool.Error.TrimEnd().Split('\n').Length));
    }

    [Theory]
    [InlineData("--rate-limit", "0")]
    [InlineData("--max-connections", "many")]
    public void Serve_CountThatIsNone_IsWrongUsage(string option, string value)
    {
        Tool tool = Tool.Run("serve", option, value);

        Assert.Equal(2, tool.Code);
        Assert.Contains($"{option}: \"{value}\" is no number of at least 1.", tool.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private ServeSettings Read(string json, string line, string variable)
    {
        using var environment = new CliEnvironment(Stream.Null, TextWriter.Null, TimeProvider.System)
        {
            Variable = name => name == "SPATIALINDEX_TRUSTED_KEY" ? variable : null,
        };
        var command = new RootCommand { Config, TrustedKey, Urls };
        ParseResult parsed = command.Parse(["--config", _folder.Write("settings.json", json), .. line.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
        return new ServeSettings(parsed, environment, Config, [TrustedKey, Urls]);
    }
}
