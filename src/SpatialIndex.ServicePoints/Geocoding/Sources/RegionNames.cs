namespace SpatialIndex.ServicePoints.Geocoding.Sources;

/// <summary>The names of first-level divisions, which one kind of file tells and another needs.</summary>
internal sealed class RegionNames
{
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    /// <param name="code">The country and the division in it, as in <c>DE.02</c>.</param>
    /// <param name="name">The name.</param>
    public SourceLine Add(string? code, string? name)
    {
        if (string.IsNullOrWhiteSpace(code) || string.IsNullOrWhiteSpace(name))
        {
            return GazetteerLoss.NoName;
        }

        _names[code] = name;
        return SourceLine.Name;
    }

    /// <summary>The name of a division; empty when it is not known.</summary>
    public string Of(string countryCode, string division) => _names.GetValueOrDefault($"{countryCode}.{division}", "");
}
