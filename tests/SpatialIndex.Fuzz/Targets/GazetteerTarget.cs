using SpatialIndex.Fuzz.Sealing;
using SpatialIndex.ServicePoints.Geocoding;

namespace SpatialIndex.Fuzz.Targets;

/// <summary>A gazetteer whose checksums match: opened, verified and asked, both ways.</summary>
internal sealed class GazetteerTarget : IFuzzTarget
{
    private static readonly string[] Questions =
    [
        "1 Rue Un 90000 Belfort", "Rue Deux", "90000", "Belfrot", "3 rue troix 90001 Delle", "rue un delle", "7bis Place Quatre, Belfort", "01000 Bourg en Bresse",
    ];

    private static readonly GeoPoint[] Positions =
    [
        new() { Latitude = 47.61, Longitude = 6.81 }, new() { Latitude = 46.2, Longitude = 5.2 }, new() { Latitude = 0, Longitude = 0 },
    ];

    public string Name => "gazetteer";

    public void Run(ReadOnlySpan<byte> input)
    {
        byte[] file = input.ToArray();
        GazetteerSeal.Mend(file);
        string path = Scratch.Write("fuzzed.gazetteer", file);
        try
        {
            using var gazetteer = Gazetteer.Open(path);
            Try(gazetteer.Verify);
            Try(() => gazetteer.Summaries());
            foreach (string country in gazetteer.CountryCodes.Take(3))
            {
                Try(() => Ask(gazetteer, country));
            }
        }
        catch (GazetteerException)
        {
        }
    }

    private static void Try(Action action)
    {
        try
        {
            action();
        }
        catch (GazetteerException)
        {
        }
    }

    private static void Ask(Gazetteer gazetteer, string country)
    {
        var geocoder = new GazetteerGeocoder(gazetteer);
        foreach (string question in Questions)
        {
            geocoder.Explain(new GeocodingAddress { CountryCode = country, Text = question });
        }

        geocoder.Geocode(new GeocodingAddress { CountryCode = country, Street = "Rue Un", HouseNumber = "5", PostalCode = "90001", City = "Delle" });
        foreach (GeoPoint position in Positions)
        {
            geocoder.Reverse(position, country);
        }
    }
}
