using System.Globalization;

namespace SpatialIndex.ServicePoints.Feeds.Proposals;

/// <summary>A field of a sample: what its records have there.</summary>
internal sealed class SampleColumn
{
    private readonly Lazy<string[]> _given;
    private readonly Lazy<HashSet<string>> _distinct;

    /// <param name="path">The path, as a profile writes it.</param>
    /// <param name="keys">The keys of the path.</param>
    /// <param name="values">The text of every record, or the JSON where there is a structure; null or blank where there is nothing.</param>
    /// <param name="isStructure">Whether objects or arrays stand there.</param>
    public SampleColumn(string path, IReadOnlyList<string> keys, IReadOnlyList<string?> values, bool isStructure)
    {
        Path = path;
        Keys = keys;
        Name = new FieldName(keys);
        Values = values;
        IsStructure = isStructure;
        _given = new(() => [.. values.Where(static value => !string.IsNullOrWhiteSpace(value)).Select(static value => value!.Trim())]);
        _distinct = new(() => [.. Given]);
    }

    public string Path { get; }

    public IReadOnlyList<string> Keys { get; }

    public FieldName Name { get; }

    public IReadOnlyList<string?> Values { get; }

    public bool IsStructure { get; }

    /// <summary>The values that are there, without the space around them.</summary>
    public IReadOnlyList<string> Given => _given.Value;

    public IReadOnlySet<string> Distinct => _distinct.Value;

    /// <summary>Which share of the records has a value.</summary>
    public double Filled => Values.Count == 0 ? 0 : (double)Given.Count / Values.Count;

    /// <summary>Which share of the values that are there meets a condition; 0 when there are none.</summary>
    public double Share(Func<string, bool> condition) => Given.Count == 0 ? 0 : (double)Given.Count(condition) / Given.Count;

    /// <summary>Which share of the different values meets a condition; 0 when there are none.</summary>
    public double ShareOfDistinct(Func<string, bool> condition) => Distinct.Count == 0 ? 0 : (double)Distinct.Count(condition) / Distinct.Count;

    /// <summary>A value as degrees, with a point or a comma before its decimals; null when it is no number.</summary>
    public static double? Number(string? value) =>
        value is not null && double.TryParse(value.Trim().Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number)
            ? number
            : null;
}
