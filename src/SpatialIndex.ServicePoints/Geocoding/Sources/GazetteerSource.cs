using System.Globalization;
using System.Text;
using System.Text.Json;
using SpatialIndex.ServicePoints.Feeds;
using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.ServicePoints.Geocoding.Sources;

/// <summary>Reads the files that gazetteers are built from. What a file is, its first line tells. Lines without a position are left out.</summary>
internal static class GazetteerSource
{
    private const int GeoNamesPostalColumns = 12;
    private const int GeoNamesCityColumns = 19;
    private const int BanoColumns = 8;

    /// <summary>The records of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="regions">Names of first-level divisions by "COUNTRY.CODE"; a file of such names adds to them and has no records.</param>
    /// <exception cref="GazetteerException">The file cannot be read or is of no known kind.</exception>
    public static IEnumerable<GazetteerRecord> Read(string path, Dictionary<string, string> regions)
    {
        using FeedFile? file = IsSnapshot(path) ? null : FeedFile.Open(path, Encoding.UTF8);
        if (file is null)
        {
            return Snapshot(path);
        }

        using var reader = new StreamReader(file.Content, Encoding.UTF8);
        string first = reader.ReadLine() ?? throw new GazetteerException($"{path}: the file is empty.");
        if (first.StartsWith('['))
        {
            ReadRegions(first + reader.ReadToEnd(), regions);
            return [];
        }

        if (first.StartsWith("{\"type\":\"Feature\"", StringComparison.Ordinal))
        {
            return [.. Lines(first, reader).Select(OpenAddressesFeature).OfType<GazetteerRecord>()];
        }

        string[] columns = first.Split('\t');
        if (columns.Length is GeoNamesPostalColumns or GeoNamesCityColumns)
        {
            Func<string[], GazetteerRecord?> read = columns.Length == GeoNamesPostalColumns ? GeoNamesPostal : row => GeoNamesCity(row, regions);
            return [.. Lines(first, reader).Select(line => line.Split('\t')).Where(row => row.Length == columns.Length).Select(read).OfType<GazetteerRecord>()];
        }

        char delimiter = first.Contains(';', StringComparison.Ordinal) ? ';' : ',';
        string country = CountryOf(path);
        Func<Func<string, string>, GazetteerRecord?>? named = first.ToLowerInvariant() switch
        {
            var h when h.StartsWith("country_code,zipcode,place", StringComparison.Ordinal) => GeoNamesPostalCsv,
            var h when h.StartsWith("code_commune_insee;", StringComparison.Ordinal) => LaPoste,
            var h when h.StartsWith("place_id,parent_place_id", StringComparison.Ordinal) => BerlinPlace,
            var h when h.StartsWith("id,name,cluster,postcode", StringComparison.Ordinal) => BerlinStreet,
            var h when h.StartsWith("lon,lat,number,street", StringComparison.Ordinal) => column => OpenAddresses(column, country),
            var h when h.StartsWith("postcode,district", StringComparison.Ordinal) => _ => null,
            _ => null,
        };
        if (named is not null)
        {
            return [.. Named(first, reader, delimiter, named)];
        }

        if (Rows(first, reader, delimiter).FirstOrDefault() is { Length: BanoColumns } bano && Number(bano[6]) is not null)
        {
            file.Content.Dispose();
            return Bano(path);
        }

        throw new GazetteerException($"{path}: is no source that is known; its first line is \"{first[..Math.Min(first.Length, 60)]}\".");
    }

    private static List<GazetteerRecord> Bano(string path)
    {
        using FeedFile file = FeedFile.Open(path, Encoding.UTF8);
        using var reader = new StreamReader(file.Content, Encoding.UTF8);
        var records = new List<GazetteerRecord>();
        foreach (string[] row in Rows(null, reader, ','))
        {
            if (row.Length == BanoColumns && Position(row[6], row[7]) is { } position)
            {
                records.Add(new GazetteerRecord
                {
                    Source = GazetteerSourceKind.HouseNumbers,
                    CountryCode = "FR",
                    Position = position,
                    HouseNumber = row[1],
                    Street = row[2],
                    PostalCode = row[3],
                    Locality = row[4],
                });
            }
        }

        return records;
    }

    private static IEnumerable<GazetteerRecord> Snapshot(string path)
    {
        using var snapshot = Snapshots.Snapshot.Open(path);
        return [.. ServicePointRecords.Of(snapshot)];
    }

    private static GazetteerRecord? GeoNamesPostal(string[] row) => Position(row[9], row[10]) is not { } position ? null : new GazetteerRecord
    {
        Source = GazetteerSourceKind.GeoNamesPostal,
        CountryCode = row[0],
        PostalCode = row[1],
        Locality = WithoutCedex(row[2]),
        Region = row[3],
        Position = position,
    };

    private static GazetteerRecord? GeoNamesCity(string[] row, Dictionary<string, string> regions) => Position(row[4], row[5]) is not { } position ? null : new GazetteerRecord
    {
        Source = GazetteerSourceKind.GeoNamesCities,
        CountryCode = row[8],
        Locality = row[1],
        Region = regions.GetValueOrDefault($"{row[8]}.{row[10]}", ""),
        OtherNames = row[3].Split(',', StringSplitOptions.RemoveEmptyEntries),
        Population = (int)Math.Min(Number(row[14]) ?? 0, int.MaxValue),
        Position = position,
    };

    private static GazetteerRecord? GeoNamesPostalCsv(Func<string, string> column) =>
        Position(column("latitude"), column("longitude")) is not { } position ? null : new GazetteerRecord
        {
            Source = GazetteerSourceKind.GeoNamesPostal,
            CountryCode = column("country_code"),
            PostalCode = column("zipcode"),
            Locality = WithoutCedex(column("place")),
            Region = column("state"),
            Position = position,
        };

    private static GazetteerRecord? LaPoste(Func<string, string> column) =>
        column("coordonnees_gps").Split(',') is not [var latitude, var longitude] || Position(latitude, longitude) is not { } position ? null : new GazetteerRecord
        {
            Source = GazetteerSourceKind.LaPoste,
            CountryCode = "FR",
            PostalCode = column("code_postal"),
            Locality = column("nom_commune"),
            OtherNames = column("ligne_5") is { Length: > 0 } other ? [other] : [],
            Position = position,
        };

    private static GazetteerRecord? BerlinStreet(Func<string, string> column) =>
        Position(column("lat"), column("lon")) is not { } position ? null : new GazetteerRecord
        {
            Source = GazetteerSourceKind.Streets,
            CountryCode = "DE",
            Locality = "Berlin",
            PostalCode = column("postcode"),
            Street = column("name"),
            RadiusMeters = (int)((Number(column("length")) ?? 0) / 2),
            Position = position,
        };

    private static GazetteerRecord? BerlinPlace(Func<string, string> column) =>
        column("street").Length == 0 || column("house_number").Length == 0 || Position(column("lat"), column("lon")) is not { } position ? null : new GazetteerRecord
        {
            Source = GazetteerSourceKind.HouseNumbers,
            CountryCode = "DE",
            Locality = "Berlin",
            PostalCode = column("postcode"),
            Street = column("street"),
            HouseNumber = column("house_number"),
            Position = position,
        };

    private static GazetteerRecord? OpenAddresses(Func<string, string> column, string country) =>
        Position(column("lat"), column("lon")) is not { } position ? null : new GazetteerRecord
        {
            Source = GazetteerSourceKind.HouseNumbers,
            CountryCode = country,
            Locality = column("city"),
            PostalCode = column("postcode"),
            Region = column("region"),
            Street = column("street"),
            HouseNumber = column("number"),
            Position = position,
        };

    private static GazetteerRecord? OpenAddressesFeature(string line)
    {
        using JsonDocument feature = JsonDocument.Parse(line);
        JsonElement properties = feature.RootElement.GetProperty("properties");
        string Column(string name) => properties.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
        double[] position = [.. feature.RootElement.GetProperty("geometry").GetProperty("coordinates").EnumerateArray().Select(static number => number.GetDouble())];
        return OpenAddresses(
            name => name switch
            {
                "lon" => position[0].ToString(CultureInfo.InvariantCulture),
                "lat" => position[1].ToString(CultureInfo.InvariantCulture),
                _ => Column(name),
            },
            Column("country"));
    }

    private static void ReadRegions(string json, Dictionary<string, string> regions)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        foreach (JsonElement region in document.RootElement.EnumerateArray())
        {
            regions[region.GetProperty("code").GetString()!] = region.GetProperty("name").GetString()!;
        }
    }

    /// <summary>OpenAddresses names its files country/region/place; here the first two letters of the name are the country.</summary>
    private static string CountryOf(string path) => Path.GetFileName(path)[..Math.Min(2, Path.GetFileName(path).Length)].ToUpperInvariant();

    private static string WithoutCedex(string place)
    {
        int at = place.IndexOf(" cedex", StringComparison.OrdinalIgnoreCase);
        return at < 0 ? place : place[..at];
    }

    private static IEnumerable<string> Lines(string first, StreamReader reader)
    {
        for (string? line = first; line is not null; line = reader.ReadLine())
        {
            yield return line;
        }
    }

    private static IEnumerable<GazetteerRecord> Named(string header, StreamReader reader, char delimiter, Func<Func<string, string>, GazetteerRecord?> read)
    {
        var places = header.ToLowerInvariant().Split(delimiter).Select(static (name, place) => (name, place)).ToDictionary(static c => c.name, static c => c.place, StringComparer.Ordinal);
        foreach (string[] row in Rows(null, reader, delimiter))
        {
            if (row.Length == places.Count && read(name => places.TryGetValue(name, out int place) ? row[place] : "") is { } record)
            {
                yield return record;
            }
        }
    }

    private static IEnumerable<string[]> Rows(string? first, StreamReader reader, char delimiter)
    {
        for (string? line = first ?? reader.ReadLine(); line is not null; line = reader.ReadLine())
        {
            yield return Fields(line, delimiter);
        }
    }

    /// <summary>The fields of a line; quotes around a field are taken off, doubled ones in it halved.</summary>
    private static string[] Fields(string line, char delimiter)
    {
        if (!line.Contains('"', StringComparison.Ordinal))
        {
            return line.Split(delimiter);
        }

        var fields = new List<string>();
        var field = new StringBuilder();
        bool isQuoted = false;
        for (int i = 0; i < line.Length; i++)
        {
            if (line[i] == '"')
            {
                bool isDoubled = isQuoted && i + 1 < line.Length && line[i + 1] == '"';
                isQuoted = isDoubled || !isQuoted;
                if (isDoubled)
                {
                    field.Append(line[i++]);
                }
            }
            else if (line[i] == delimiter && !isQuoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else
            {
                field.Append(line[i]);
            }
        }

        fields.Add(field.ToString());
        return [.. fields];
    }

    private static GeoPoint? Position(string latitude, string longitude) =>
        Number(latitude) is { } lat and >= -90 and <= 90 && Number(longitude) is { } lon and >= -180 and <= 180 && (lat != 0 || lon != 0)
            ? new GeoPoint { Latitude = lat, Longitude = lon }
            : null;

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) ? number : null;

    private static bool IsSnapshot(string path)
    {
        if (!File.Exists(path))
        {
            throw new GazetteerException($"{path}: there is no such file.");
        }

        using FileStream stream = File.OpenRead(path);
        Span<byte> start = stackalloc byte[SnapshotFormat.HeaderStart];
        return stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && SnapshotFormat.StartsWithMagic(start);
    }
}
