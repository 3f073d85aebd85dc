using SpatialIndex.Benchmarks.Geocoding;
using SpatialIndex.Benchmarks.Reports;
using SpatialIndex.ServicePoints.Geocoding;

namespace SpatialIndex.Benchmarks.Sections;

/// <summary>How right, how honest and how fast the geocoder is, on a folder of sources and expectations.</summary>
internal sealed class GeocodingSection : ISection
{
    private const int Seed = 20261125;

    public string Name => "geocoding";

    public string Title => "Geocoding";

    public string About =>
        "Gazetteers from open sources are asked for addresses of BANO (departments 19, 23, 90, 2A and 971) with each damage. A claim is kept when the "
        + "true house lies within 50 m of a `house_number`, 300 m of a `street`, `uncertainty_meters` of the rest. On one thread.";

    public void Measure(ReportOptions options, SectionResult result)
    {
        if (options.SourceFolder is not { } sources)
        {
            result.Note("Not measured: no folder of sources was given.");
            return;
        }

        DirectoryInfo folder = Directory.CreateTempSubdirectory("spatialindex-geocoding-");
        try
        {
            Measure(new GazetteerData(sources, options.IsQuick), options.QueryCount(20_000), options, result, folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Measure(GazetteerData data, int sampleSize, ReportOptions options, SectionResult result, string folder)
    {
        (string Line, KnownAddress Address)[] bano = [.. data.BanoFiles.SelectMany(GazetteerData.Bano)];
        new Random(Seed).Shuffle(bano);
        string heldBack = Path.Combine(folder, "bano-held-back.csv");
        File.WriteAllText(heldBack, string.Join('\n', bano.Skip(sampleSize).Select(static row => row.Line)));
        KnownAddress[] sample = [.. bano.Take(sampleSize).Select(static row => row.Address)];
        string[] cities = [.. bano.Select(static row => row.Address.City).Distinct().Order(StringComparer.Ordinal)];
        AddressScores scores = Scores(sample);

        string whole = Build("whole", [.. data.OtherFiles, .. data.BanoFiles]);
        string partial = Build("partial", [.. data.OtherFiles, heldBack]);
        string areas = Build("areas", data.OtherFiles);
        double bytes = new FileInfo(whole).Length;
        result.Note(FormattableString.Invariant(
            $"All sources make {bytes / 1e6:n1} MB, {(bytes - new FileInfo(areas).Length) / bano.Length:n1} bytes an address of BANO."));
        using (var gazetteer = Gazetteer.Open(whole))
        {
            var geocoder = new GazetteerGeocoder(gazetteer);
            scores.Add("addresses that are in the gazetteer", geocoder);
            var codes = bano.Select(static row => row.Address.PostalCode).ToHashSet(StringComparer.Ordinal);
            new ExpectationScores(data, codes, options.ListedFailures, result).Add(geocoder);
            scores.AddAgreement(geocoder);
            new GeocodingSpeed(sample, Seed, result).Add(whole, geocoder, options.Rounds(5));
        }

        using (var gazetteer = Gazetteer.Open(partial))
        {
            scores.Add("addresses whose house numbers are not in the gazetteer", new GazetteerGeocoder(gazetteer));
        }

        using (var gazetteer = Gazetteer.Open(areas))
        {
            AddressScores fewer = Scores(sample[..(sample.Length / 10)]);
            fewer.Add("addresses where the gazetteer knows postal codes and localities only", new GazetteerGeocoder(gazetteer));
        }

        AddressScores Scores(KnownAddress[] addresses) => new(addresses, cities, Seed, options.ListedFailures, result);

        string Build(string name, string[] files)
        {
            string path = Path.Combine(folder, $"{name}.gazetteer");
            Gazetteer.Build(path, files);
            return path;
        }
    }
}
