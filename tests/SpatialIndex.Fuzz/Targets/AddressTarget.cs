using SpatialIndex.ServicePoints.Geocoding;

namespace SpatialIndex.Fuzz.Targets;

/// <summary>An address: as text, and of its lines as parts.</summary>
internal sealed class AddressTarget : IFuzzTarget
{
    private readonly Lazy<GazetteerGeocoder> _geocoder =
        new(static () => new GazetteerGeocoder(Gazetteer.Open(Scratch.Write("asked.gazetteer", SeedCorpus.Gazetteer))));

    public string Name => "address";

    public void Run(ReadOnlySpan<byte> input)
    {
        string text = InputText.Decode(input);
        string[] lines = text.Split('\n');
        Ask(new GeocodingAddress { CountryCode = "FR", Text = text });
        Ask(new GeocodingAddress { CountryCode = "FR", Street = Line(0), HouseNumber = Line(1), PostalCode = Line(2), City = Line(3) });

        string? Line(int number) => number < lines.Length && lines[number].Trim() is { Length: > 0 } line ? line : null;
    }

    private void Ask(GeocodingAddress address)
    {
        GeocodingExplanation explanation = _geocoder.Value.Explain(address);
        FuzzException.Require(explanation.Found == _geocoder.Value.Geocode(address), "An address that is explained is another.");
        FuzzException.Require(double.IsFinite(explanation.Found.UncertaintyMeters ?? 0), "An address is nowhere.");
    }
}
