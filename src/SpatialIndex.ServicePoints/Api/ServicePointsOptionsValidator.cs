using Microsoft.Extensions.Options;

namespace SpatialIndex.ServicePoints.Api;

/// <summary>Says what is wrong with the options, before the first request meets it.</summary>
internal sealed class ServicePointsOptionsValidator : IValidateOptions<ServicePointsOptions>
{
    public ValidateOptionsResult Validate(string? name, ServicePointsOptions options)
    {
        var problems = new List<string>();
        if (string.IsNullOrWhiteSpace(options.SnapshotPath))
        {
            problems.Add($"{nameof(options.SnapshotPath)} is not set.");
        }
        else if (!File.Exists(options.SnapshotPath))
        {
            problems.Add($"{nameof(options.SnapshotPath)}: there is no file {options.SnapshotPath}.");
        }

        if (!ServicePointsEngineOptions.IsAvailabilityTimeout(options.AvailabilityTimeout))
        {
            problems.Add($"{nameof(options.AvailabilityTimeout)} is not more than zero and at most {ServicePointsEngineOptions.MaxAvailabilityTimeout}.");
        }

        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
