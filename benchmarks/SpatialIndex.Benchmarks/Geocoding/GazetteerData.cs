using System.Globalization;
using System.IO.Compression;
using System.Text;
using CsvHelper;

namespace SpatialIndex.Benchmarks.Geocoding;

/// <summary>The folder of gazetteer sources and expectations that the scores are taken from.</summary>
/// <param name="folder">The folder.</param>
/// <param name="isQuick">Whether one department and the postal codes of its country will do.</param>
internal sealed class GazetteerData(string folder, bool isQuick)
{
    private static readonly string[] Others = ["admin1.json", "cities1000*", "postal_*", "laposte*", "berlin_places*", "berlin_streets*"];

    /// <summary>Files of house numbers.</summary>
    public string[] BanoFiles => Files(folder, isQuick ? "bano-90*" : "bano-*");

    /// <summary>Every other source.</summary>
    public string[] OtherFiles => isQuick ? Files(folder, "postal_FR*") : [.. Others.SelectMany(pattern => Files(folder, pattern)), .. Files(Path.Combine(folder, "geonames_postal"), "*.txt*")];

    /// <summary>The lines of a file of house numbers with what they say.</summary>
    public static IEnumerable<(string Line, KnownAddress Address)> Bano(string path)
    {
        foreach (string[] row in Rows(path, ','))
        {
            double[] position = [.. row[6..].Select(static number => double.Parse(number, CultureInfo.InvariantCulture))];
            string line = string.Join(',', row.Select(static field => $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\""));
            yield return (line, new KnownAddress(row[1], row[2], row[3], row[4], new GeoPoint { Latitude = position[0], Longitude = position[1] }));
        }
    }

    /// <summary>The rows of a file of expectations, by column.</summary>
    public IEnumerable<Func<string, string>> Expectations(string name)
    {
        string path = Path.Combine(folder, "geocoder_expectations", name + ".csv");
        using StreamReader reader = Open(path);
        string[][] rows = [.. Rows(path, reader.ReadLine()!.Contains(';', StringComparison.Ordinal) ? ';' : ',')];
        return rows.Skip(1).Select(row => (Func<string, string>)(column => Array.IndexOf(rows[0], column) is >= 0 and var place ? row[place] : ""));
    }

    private static IEnumerable<string[]> Rows(string path, char separator)
    {
        using StreamReader reader = Open(path);
        using var csv = CsvReader.Create(reader.BaseStream, new CsvReaderOptions { Separator = separator, HasHeader = false, Encoding = Encoding.UTF8 });
        while (csv.Read())
        {
            yield return [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)];
        }
    }

    private static string[] Files(string folder, string pattern) => [.. Directory.GetFiles(folder, pattern).Order(StringComparer.Ordinal)];

    private static StreamReader Open(string path)
    {
        Stream file = File.OpenRead(path);
        return new StreamReader(path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file);
    }
}
