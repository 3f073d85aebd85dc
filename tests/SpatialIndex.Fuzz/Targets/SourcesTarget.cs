using SpatialIndex.ServicePoints.Geocoding;

namespace SpatialIndex.Fuzz.Targets;

/// <summary>A source of a gazetteer. The first line names the file; what is built of it verifies.</summary>
internal sealed class SourcesTarget : IFuzzTarget
{
    public string Name => "sources";

    public void Run(ReadOnlySpan<byte> input)
    {
        string name = InputText.FirstLine(input, out ReadOnlySpan<byte> content);
        string source = Scratch.Write(FileName(name), content);
        string path = Scratch.PathOf("built.gazetteer");
        try
        {
            Gazetteer.Build(path, [source]);
        }
        catch (GazetteerException)
        {
            return;
        }
        finally
        {
            File.Delete(source);
        }

        using var gazetteer = Gazetteer.Open(path);
        gazetteer.Verify();
        var geocoder = new GazetteerGeocoder(gazetteer);
        foreach (string country in gazetteer.CountryCodes.Take(3))
        {
            foreach (string address in (string[])["1 Rue Un 90000 Belfort", "99 Rue Deux 90001 Delle"])
            {
                GeocodedAddress found = geocoder.Geocode(new GeocodingAddress { CountryCode = country, Text = address });
                FuzzException.Require(double.IsFinite(found.UncertaintyMeters ?? 0), "An address is nowhere.");
            }

            geocoder.Reverse(new GeoPoint { Latitude = 47.6, Longitude = 6.8 }, country);
        }
    }

    /// <summary>What of a line can be the name of a file: its country and its kind may depend on it.</summary>
    private static string FileName(string line)
    {
        const int MaxLength = 30;
        string name = new([.. line.Where(static c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_').Take(MaxLength)]);
        return name.TrimStart('.') is { Length: > 0 } visible ? visible : "source";
    }
}
