namespace SpatialIndex.ServicePoints.Geocoding;

/// <summary>A gazetteer file or a source of one is refused. The message is one line that names the file and the place.</summary>
public sealed class GazetteerException : Exception
{
    /// <summary>Makes the exception.</summary>
    public GazetteerException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception with its cause.</summary>
    public GazetteerException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
