namespace SpatialIndex.ServicePoints.Feeds;

/// <summary>A feed, profile or catalogue as a whole cannot be used. The message is one line that names the file, the place and what to do.</summary>
public sealed class FeedException : Exception
{
    /// <summary>Makes the exception.</summary>
    public FeedException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception with its cause.</summary>
    public FeedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
