using SpatialIndex.Benchmarks.Reports;
using SpatialIndex.ServicePoints.Geocoding;

namespace SpatialIndex.Benchmarks.Geocoding;

/// <summary>How many addresses are answered in a second, and how long one may take.</summary>
internal sealed class GeocodingSpeed(KnownAddress[] sample, int seed, SectionResult result)
{
    private const int LongLength = 10_000;
    private const int Repetitions = 5;
    private static readonly string[] Repeated = ["rue 1 ", "saint 90000 ", "xq zv kj ", "東京 "];

    public void Add(string path, GazetteerGeocoder geocoder, int rounds)
    {
        var random = new Random(seed);
        (string Name, GeocodingAddress[] Addresses)[] ways =
        [
            ("exact, by parts", [.. sample.Select(static address => address.AsParts())]),
            ("exact, free text", [.. sample.Select(static address => address.AsText())]),
            ("two letters wrong, free text", [.. sample.Select(address => AddressDamage.TwoTypos.Apply(address, random, []))]),
        ];
        Duration[] times = Turns.MedianOfEach(rounds, [.. ways.Select(way => (Action)(() => Ask(geocoder, way.Addresses)))]);
        ReportTable table = result.Add(new ReportTable { Title = "Speed", Heading = "addresses", Columns = ["a second"] });
        for (int i = 0; i < ways.Length; i++)
        {
            table.Add(ways[i].Name, sample.Length / times[i].Processor.TotalSeconds);
        }

        TimeSpan opening = Turns.MedianOfEach(() => Gazetteer.Open(path).Dispose())[0].Processor;
        result.Note(FormattableString.Invariant(
            $"Opening the gazetteer takes {opening.TotalMilliseconds:0.###} ms; the longest of long and senseless texts took {Longest(geocoder):n1} ms."));
    }

    private static void Ask(GazetteerGeocoder geocoder, GeocodingAddress[] addresses)
    {
        foreach (GeocodingAddress address in addresses)
        {
            geocoder.Geocode(address);
        }
    }

    /// <summary>Milliseconds; of each text the least of some repetitions.</summary>
    private double Longest(GazetteerGeocoder geocoder)
    {
        string joined = string.Join(' ', sample.Take(1000).Select(static address => address.AsText().Text));
        string[] texts =
        [
            joined[..Math.Min(LongLength, joined.Length)],
            new string('a', LongLength),
            .. Repeated.Select(static words => string.Concat(Enumerable.Repeat(words, LongLength / words.Length))),
            .. Enumerable.Range(0, 300).Select(i => joined.Substring(i * 97 % (joined.Length - 400), 40 + (i * 9 % 360))),
        ];
        return texts.SelectMany(Places).Max(address => Enumerable.Range(0, Repetitions).Min(_ => Milliseconds(geocoder, address)));
    }

    /// <summary>The text as free text, and as every part.</summary>
    private static GeocodingAddress[] Places(string text) =>
    [
        new() { CountryCode = KnownAddress.CountryCode, Text = text },
        new() { CountryCode = KnownAddress.CountryCode, Street = text, City = text, HouseNumber = text, PostalCode = text },
    ];

    private static double Milliseconds(GazetteerGeocoder geocoder, GeocodingAddress address)
    {
        TimeSpan start = Environment.CpuUsage.TotalTime;
        geocoder.Geocode(address);
        return (Environment.CpuUsage.TotalTime - start).TotalMilliseconds;
    }
}
