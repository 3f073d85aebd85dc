using System.Diagnostics;
using System.Globalization;
using SpatialIndex.Benchmarks.Reports;
using SpatialIndex.ServicePoints.Geocoding;

namespace SpatialIndex.Benchmarks.Geocoding;

/// <summary>How right, how honest and how fast the geocoder is, on a folder of sources and expectations.</summary>
internal sealed class GeocodingReport : IDisposable
{
    private const int Seed = 20261125;
    private const int LongLength = 10_000;

    private readonly GazetteerData _data;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("geocoding");
    private readonly int _samples;
    private readonly int _shown;

    private GeocodingReport(string folder, int samples, int shown)
    {
        _data = new GazetteerData(folder);
        _samples = samples;
        _shown = shown;
    }

    /// <param name="folder">The sources and expectations.</param>
    /// <param name="samples">How many addresses are asked for, each with every damage.</param>
    /// <param name="shown">How many claims that are not kept are listed, for each damage.</param>
    public static void Run(string folder, int samples = 20_000, int shown = 5)
    {
        using var report = new GeocodingReport(folder, samples, shown);
        report.Run();
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void Run()
    {
        var random = new Random(Seed);
        (string Line, KnownAddress Address)[] bano = [.. _data.BanoFiles.SelectMany(GazetteerData.Bano)];
        random.Shuffle(bano);
        string[] cities = [.. bano.Select(static row => row.Address.City).Distinct().Order(StringComparer.Ordinal)];
        KnownAddress[] sample = [.. bano.Take(_samples).Select(static row => row.Address)];
        string kept = Path.Combine(_folder.FullName, "bano-kept.csv");
        File.WriteAllText(kept, string.Join('\n', bano.Skip(_samples).Select(static row => row.Line)));

        string whole = Build("whole", [.. _data.OtherFiles, .. _data.BanoFiles]);
        string without = Build("without", _data.OtherFiles);
        string heldBack = Build("held-back", [.. _data.OtherFiles, kept]);
        Console.WriteLine($"File: {new FileInfo(whole).Length / 1e6:n1} MB, {(double)(new FileInfo(whole).Length - new FileInfo(without).Length) / bano.Length:n1} bytes a BANO address.\n");

        Console.WriteLine($"## {_samples:n0} addresses that are in the gazetteer\n");
        using (var gazetteer = Gazetteer.Open(whole))
        {
            var geocoder = new GazetteerGeocoder(gazetteer);
            Score(geocoder, sample, cities);
            Expect(geocoder, bano.Select(static row => row.Address.PostalCode).ToHashSet(StringComparer.Ordinal));
            Agree(geocoder, sample);
            Time(whole, geocoder, sample);
        }

        Console.WriteLine($"## {_samples:n0} addresses whose house numbers are not in the gazetteer\n");
        using (var gazetteer = Gazetteer.Open(heldBack))
        {
            Score(new GazetteerGeocoder(gazetteer), sample, cities);
        }

        Console.WriteLine($"## {_samples:n0} addresses where the gazetteer knows postal codes and localities only\n");
        using (var gazetteer = Gazetteer.Open(without))
        {
            Score(new GazetteerGeocoder(gazetteer), sample, cities);
        }
    }

    private string Build(string name, string[] sources)
    {
        string path = Path.Combine(_folder.FullName, name + ".gazetteer");
        Gazetteer.Build(path, sources);
        return path;
    }

    private void Score(GazetteerGeocoder geocoder, KnownAddress[] sample, string[] cities)
    {
        var failures = new List<string>();
        var all = new AnswerTally();
        MarkdownTable.Header(["damage", .. AnswerTally.Columns]);
        foreach (AddressDamage damage in AddressDamage.All)
        {
            var random = new Random(Seed);
            var tally = new AnswerTally();
            int shown = 0;
            foreach (KnownAddress address in sample)
            {
                GeocodingAddress asked = damage.Apply(address, random, cities);
                GeocodedAddress found = geocoder.Geocode(asked);
                if (!tally.Add(found, address.Position) && shown++ < _shown)
                {
                    failures.Add(Describe(damage.Name, asked.Text ?? asked.ToString(), found, Haversine.DistanceMeters(found.Answer.Location!.Value, address.Position), address.ToString()));
                }
            }

            tally.Print(damage.Name);
            all.Add(tally);
        }

        all.Print("all");
        Console.WriteLine();
        failures.ForEach(Console.WriteLine);
        Console.WriteLine();
    }

    private void Expect(GazetteerGeocoder geocoder, HashSet<string> codesWithHouses)
    {
        var failures = new List<string>();
        MarkdownTable.Header(["expectations", "asked", "right %", "goal %"]);
        foreach ((string set, double goal, Expectation[] expectations) in Expectation.Sets(_data, codesWithHouses))
        {
            int right = 0;
            foreach (Expectation expectation in expectations)
            {
                GeocodedAddress found = expectation.Answer(geocoder);
                bool isRight = expectation.IsRight(found);
                right += isRight ? 1 : 0;
                if (!isRight)
                {
                    failures.Add(Describe(set, expectation.Query, found, 0, ""));
                }
            }

            MarkdownTable.Row(set, [expectations.Length, 100.0 * right / expectations.Length, goal], "0.#");
        }

        Console.WriteLine();
        failures.ForEach(Console.WriteLine);
        Console.WriteLine();
    }

    /// <summary>How often free text and parts agree, and whether less of an address ever gives more of an answer.</summary>
    private static void Agree(GazetteerGeocoder geocoder, KnownAddress[] sample)
    {
        int agree = 0;
        int finer = 0;
        var failures = new List<string>();
        foreach (KnownAddress address in sample)
        {
            KnownAddress street = address with { Number = "" };
            KnownAddress area = street with { Street = "" };
            KnownAddress city = area with { PostalCode = "" };
            GeocodingAnswer[] answers = [.. new[] { address, street, area, city }.Select(a => geocoder.Geocode(a.AsText()).Answer)];
            agree += answers[0] == geocoder.Geocode(address.AsParts()).Answer ? 1 : 0;
            for (int i = 1; i < answers.Length; i++)
            {
                if (Depth(answers[i]) > Depth(answers[i - 1]) || answers[i].Status > answers[i - 1].Status)
                {
                    finer++;
                    failures.Add($"- {address}: {string.Join(" → ", answers.Select(static a => $"{a.Status} {a.Precision}"))}");
                    break;
                }
            }
        }

        Console.WriteLine($"Free text and parts agree in {100.0 * agree / sample.Length:0.##} %. Less of an address gave more of an answer {finer} times.\n");
        failures.Take(5).ToList().ForEach(Console.WriteLine);
    }

    private static int Depth(GeocodingAnswer answer) => answer.Precision switch
    {
        GeocodingPrecision.HouseNumber => 4,
        GeocodingPrecision.Street => 3,
        GeocodingPrecision.PostalCode => 2,
        GeocodingPrecision.City => 1,
        _ => 0,
    };

    private static void Time(string path, GazetteerGeocoder geocoder, KnownAddress[] sample)
    {
        var random = new Random(Seed);
        long start = Stopwatch.GetTimestamp();
        Gazetteer.Open(path).Dispose();
        Console.WriteLine($"Open: {Stopwatch.GetElapsedTime(start).TotalMilliseconds:n1} ms.");
        foreach ((string name, GeocodingAddress[] addresses) in ((string, GeocodingAddress[])[])
            [
                ("exact, by parts", [.. sample.Select(static a => a.AsParts())]),
                ("exact, free text", [.. sample.Select(static a => a.AsText())]),
                ("two typos, free text", [.. sample.Select(a => AddressDamage.TwoTypos.Apply(a, random, []))]),
            ])
        {
            double best = double.MaxValue;
            for (int round = 0; round < 5; round++)
            {
                start = Stopwatch.GetTimestamp();
                foreach (GeocodingAddress address in addresses)
                {
                    geocoder.Geocode(address);
                }

                best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalSeconds);
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {addresses.Length / best:n0} a second."));
        }

        string joined = string.Join(' ', sample.Take(1000).Select(static a => a.AsText().Text));
        double worst = 0;
        string longest = "";
        foreach (string text in (string[])[joined[..Math.Min(LongLength, joined.Length)], new string('a', LongLength), string.Concat(Enumerable.Repeat("rue 1 ", LongLength / 6)), string.Concat(Enumerable.Repeat("saint 90000 ", LongLength / 12)),
            string.Concat(Enumerable.Repeat("xq zv kj ", LongLength / 9)), string.Concat(Enumerable.Repeat("東京 ", LongLength / 3)),
            .. Enumerable.Range(0, 300).Select(i => joined.Substring(i * 97 % (joined.Length - 400), 40 + (i * 9 % 360)))])
        {
            foreach (GeocodingAddress address in (GeocodingAddress[])[new() { CountryCode = "FR", Text = text }, new() { CountryCode = "FR", Street = text, City = text, HouseNumber = text, PostalCode = text }])
            {
                double milliseconds = Enumerable.Range(0, 5).Min(_ => Milliseconds(() => geocoder.Geocode(address)));
                (worst, longest) = milliseconds > worst ? (milliseconds, text) : (worst, longest);
            }
        }

        Console.WriteLine($"Longest of long and senseless texts: {worst:n2} ms, \"{longest[..Math.Min(60, longest.Length)]}\".\n");
    }

    private static double Milliseconds(Action action)
    {
        long start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static string Describe(string set, string asked, GeocodedAddress found, double error, string truth) => string.Create(
        CultureInfo.InvariantCulture,
        $"- {set}: {asked} → {found.Answer.Status} {found.Answer.Precision} {found.Answer.FormattedAddress} ± {found.UncertaintyMeters:n0} m, {error:n0} m away {truth}");
}
