using SpatialIndex.ServicePoints.Feeds;
using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.Fuzz.Targets;

/// <summary>A carrier catalogue.</summary>
internal sealed class CarriersTarget : IFuzzTarget
{
    public string Name => "carriers";

    public void Run(ReadOnlySpan<byte> input)
    {
        try
        {
            CarrierCatalogue catalogue = CarrierCatalogueReader.Read(Scratch.Write("carriers.json", input), CarrierCatalogue.Empty);
            foreach (Carrier carrier in catalogue.Carriers)
            {
                catalogue.Resolve(carrier.Code, "NL");
                carrier.ExpiryOf(TestPoints.AsOf);
            }
        }
        catch (FeedException)
        {
        }
    }
}
