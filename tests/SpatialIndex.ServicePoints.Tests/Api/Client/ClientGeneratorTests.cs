namespace SpatialIndex.ServicePoints.Tests.Api.Client;

public class ClientGeneratorTests
{
    private const string UpdateVariable = "UPDATE_GENERATED_CLIENT";

    /// <summary>The client is kept as source, so that building it needs no contract. With the variable set, the test writes it.</summary>
    [SkippableFact]
    public async Task GeneratedClient_IsWhatNSwagMakesOfTheContract()
    {
        string path = Repository.File("tests/SpatialIndex.ServicePoints.Tests/Api/Client/ServicePointsClient.g.cs");
        string code = await ClientGenerator.GenerateAsync();
        if (Environment.GetEnvironmentVariable(UpdateVariable) is not null)
        {
            await File.WriteAllTextAsync(path, code);
        }

        Assert.True(
            code == await File.ReadAllTextAsync(path),
            $"{path} is not what NSwag makes of the contract; {UpdateVariable}=1 dotnet test writes it anew.");
    }
}
