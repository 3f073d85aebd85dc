using System.IO.Compression;
using SpatialIndex.ServicePoints.Geocoding;

namespace SpatialIndex.ServicePoints.Tests.Feeds;

/// <summary>A gazetteer of the postal codes and cities that GeoNames has in the countries of the feeds without positions.</summary>
public sealed class BalkanAndBalticPlaces : IDisposable
{
    private static readonly string[] Countries = ["BG", "EE", "LT", "LV"];

    private readonly TestFolder _folder = new();
    private readonly Lazy<string> _path;

    public BalkanAndBalticPlaces() => _path = new Lazy<string>(Build);

    public string Path => _path.Value;

    public void Dispose() => _folder.Dispose();

    private string Build()
    {
        string[] files =
        [
            .. Directory.GetFiles(Repository.Shared("data/gazetteer/geonames_postal"))
                .Where(static path => Countries.Contains(System.IO.Path.GetFileName(path)[..2])).Order(StringComparer.Ordinal),
            _folder.Write("cities.txt", string.Join('\n', Cities())),
        ];
        Gazetteer.Build(_folder["places.gazetteer"], files);
        return _folder["places.gazetteer"];
    }

    private static List<string> Cities()
    {
        const int CountryColumn = 8;
        using var reader = new StreamReader(new GZipStream(File.OpenRead(Repository.Shared("data/gazetteer/cities1000.txt.gz")), CompressionMode.Decompress));
        var cities = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            if (Countries.Contains(line.Split('\t')[CountryColumn]))
            {
                cities.Add(line);
            }
        }

        return cities;
    }
}
