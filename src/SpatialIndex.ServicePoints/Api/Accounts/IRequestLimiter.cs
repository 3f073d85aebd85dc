namespace SpatialIndex.ServicePoints.Api.Accounts;

/// <summary>Decides whether an account may ask now. Called from any number of threads.</summary>
public interface IRequestLimiter
{
    /// <summary>Whether a request is answered; if so, it counts.</summary>
    /// <param name="account">Who asks; null where nobody is asked for credentials.</param>
    /// <param name="retryAfter">When it is not, how long to wait before the next.</param>
    bool TryAdmit(string? account, out TimeSpan retryAfter);
}
