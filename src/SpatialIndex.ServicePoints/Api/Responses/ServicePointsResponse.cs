namespace SpatialIndex.ServicePoints.Api.Responses;

/// <summary>An answer of the contract: data, or what is wrong.</summary>
/// <typeparam name="T">What the data is.</typeparam>
public sealed record ServicePointsResponse<T>
    where T : class
{
    internal ServicePointsResponse(T data)
    {
        Status = 200;
        Data = data;
    }

    internal ServicePointsResponse(IReadOnlyList<ErrorObject> errors)
    {
        Status = ErrorObject.StatusOf(errors);
        Errors = errors;
    }

    /// <summary>The status of HTTP: 200, 400, 404 or 503.</summary>
    public int Status { get; }

    /// <summary>The data; null unless <see cref="Status"/> is 200.</summary>
    public T? Data { get; }

    /// <summary>What is wrong; empty when <see cref="Status"/> is 200.</summary>
    public IReadOnlyList<ErrorObject> Errors { get; } = [];
}
