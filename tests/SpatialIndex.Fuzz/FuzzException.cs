namespace SpatialIndex.Fuzz;

/// <summary>Something that must hold of what was read does not.</summary>
internal sealed class FuzzException(string message) : Exception(message)
{
    /// <exception cref="FuzzException">It does not hold.</exception>
    public static void Require(bool holds, string what)
    {
        if (!holds)
        {
            throw new FuzzException(what);
        }
    }
}
