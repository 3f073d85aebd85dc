using System.Text;
using SpatialIndex.ServicePoints.Feeds;
using SpatialIndex.ServicePoints.Feeds.Records;
using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Geocoding.Sources;

/// <summary>A file that is read for a gazetteer.</summary>
internal sealed class SourceFile(GazetteerInput input)
{
    private readonly string? _countryOfPath = OpenAddressesPath.CountryOf(input.Path);
    private string? _assumedByPath;

    public string Path => input.Path;

    /// <summary>The country that was given with the file; null when none was.</summary>
    public string? GivenCountry { get; } = Given(input);

    /// <summary>The country that lines were taken to be of because of how the file was given; null when none was.</summary>
    public string? AssumedCountry => GivenCountry ?? _assumedByPath;

    /// <summary>The country of a line: the one given with the file, else the one that the line names, else the one that the path tells.</summary>
    /// <param name="named">What the line says; empty when it says nothing.</param>
    public string? CountryOf(string named) => GivenCountry ?? CountryCode.Normalize(named) ?? (_assumedByPath ??= _countryOfPath);

    private static string? Given(GazetteerInput input) => input.CountryCode is not { } code ? null
        : CountryCode.Normalize(code) ?? throw new ArgumentException($"\"{code}\", given with {input.Path}, is no country code.", nameof(input));

    /// <summary>Opens the file, without gzip.</summary>
    /// <exception cref="FeedException">It cannot be opened.</exception>
    public FeedFile Open() => FeedFile.Open(Path, Encoding.UTF8);

    public SourceHead ReadHead()
    {
        using FeedFile file = Open();
        return SourceHead.Read(file.Content);
    }
}
