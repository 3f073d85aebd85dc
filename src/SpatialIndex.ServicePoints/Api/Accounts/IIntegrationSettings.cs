namespace SpatialIndex.ServicePoints.Api.Accounts;

/// <summary>What accounts have set up. Called from any number of threads, for requests that use the integration's carriers.</summary>
public interface IIntegrationSettings
{
    /// <summary>The integration of an account.</summary>
    /// <param name="account">The account that was authenticated; null where accounts are not told apart.</param>
    /// <returns>The integration; null when the account has none.</returns>
    Integration? Find(string? account);
}
