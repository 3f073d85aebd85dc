using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SpatialIndex.ServicePoints.Api;

namespace SpatialIndex.ServicePoints.Tests.Api;

/// <summary>Service points in a host.</summary>
public sealed class AddServicePointsTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [Fact]
    public async Task AddServicePoints_WithASnapshot_GivesAHandlerThatAnswers()
    {
        TestPoints.BuildSnapshot(_folder, [TestPoints.Simple("A")]).Dispose();
        using ServiceProvider provider = Host(options => options.SnapshotPath = _folder["points.snapshot"]);
        provider.GetRequiredService<IStartupValidator>().Validate();
        using var client = new HttpClient(provider.GetRequiredService<ServicePointsHandler>()) { BaseAddress = new Uri("https://panel.example/api/v3/") };

        string body = await client.GetStringAsync(new Uri("service-points?country_code=NL&carrier_code=dhl", UriKind.Relative));

        Assert.Contains("\"name\":\"Point A\"", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 2, "SnapshotPath is not set")]
    [InlineData("none.snapshot", 2, "there is no file none.snapshot")]
    [InlineData("", 0, "AvailabilityTimeout")]
    [InlineData("", 61, "AvailabilityTimeout")]
    public void AddServicePoints_WrongOptions_AreRefusedAtStart(string path, int seconds, string problem)
    {
        using ServiceProvider provider = Host(options => (options.SnapshotPath, options.AvailabilityTimeout) = (path, TimeSpan.FromSeconds(seconds)));

        var exception = Assert.Throws<OptionsValidationException>(provider.GetRequiredService<IStartupValidator>().Validate);

        Assert.Contains(problem, exception.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static ServiceProvider Host(Action<ServicePointsOptions> configure) =>
        new ServiceCollection().AddSingleton<TimeProvider>(new FixedClock(TestPoints.AsOf)).AddServicePoints(configure).BuildServiceProvider();
}
