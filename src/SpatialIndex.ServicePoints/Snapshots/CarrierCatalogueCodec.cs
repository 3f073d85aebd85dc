using System.Collections.Immutable;
using MessagePack;
using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Snapshots;

/// <summary>The carrier catalogue as a map with the keys of <c>carriers.json</c>; a carrier is an array.</summary>
internal static class CarrierCatalogueCodec
{
    public static void Write(ref MessagePackWriter writer, CarrierCatalogue catalogue)
    {
        Carrier[] carriers = [.. catalogue.Carriers];
        writer.WriteMapHeader(2);
        writer.Write("carriers");
        writer.WriteArrayHeader(carriers.Length);
        foreach (Carrier carrier in carriers)
        {
            writer.WriteArrayHeader(7);
            writer.Write(carrier.Code);
            writer.Write(carrier.Name);
            writer.Write(carrier.LogoUrl);
            writer.Write(carrier.IconUrl);
            writer.Write(carrier.FreshnessDays);
            writer.Write(carrier.SupersededBy);
            Write(ref writer, carrier.Networks);
        }

        writer.Write("country_time_zones");
        Write(ref writer, catalogue.CountryTimeZones);
    }

    /// <summary>Reads the map; the caller turns what is thrown into a refusal.</summary>
    public static CarrierCatalogue Read(ref MessagePackReader reader)
    {
        CarrierCatalogue catalogue = CarrierCatalogue.Empty;
        int keys = reader.ReadMapHeader();
        for (int i = 0; i < keys; i++)
        {
            switch (MessagePackShape.ReadText(ref reader))
            {
                case "carriers":
                    for (int n = reader.ReadArrayHeader(); n > 0; n--)
                    {
                        catalogue = catalogue.With(ReadCarrier(ref reader));
                    }

                    break;
                case "country_time_zones":
                    for (int n = reader.ReadMapHeader(); n > 0; n--)
                    {
                        catalogue = catalogue.WithTimeZone(MessagePackShape.ReadText(ref reader), MessagePackShape.ReadText(ref reader));
                    }

                    break;
                case var key:
                    throw new InvalidDataException($"the key \"{key}\" is not known");
            }
        }

        return catalogue;
    }

    private static Carrier ReadCarrier(ref MessagePackReader reader)
    {
        MessagePackShape.RequireArray(ref reader, 7);
        var carrier = new Carrier
        {
            Code = MessagePackShape.ReadText(ref reader),
            Name = MessagePackShape.ReadText(ref reader),
            LogoUrl = reader.ReadString(),
            IconUrl = reader.ReadString(),
            FreshnessDays = ReadDays(ref reader),
            SupersededBy = reader.ReadString(),
        };
        var networks = carrier.Networks.ToBuilder();
        for (int n = reader.ReadMapHeader(); n > 0; n--)
        {
            networks[MessagePackShape.ReadText(ref reader)] = MessagePackShape.ReadText(ref reader);
        }

        return carrier with { Networks = networks.ToImmutable() };
    }

    private static void Write(ref MessagePackWriter writer, ImmutableSortedDictionary<string, string> map)
    {
        writer.WriteMapHeader(map.Count);
        foreach ((string key, string value) in map)
        {
            writer.Write(key);
            writer.Write(value);
        }
    }

    private static int ReadDays(ref MessagePackReader reader) => reader.ReadInt32() is var days and >= 0 and <= Carrier.MaxFreshnessDays
        ? days
        : throw new InvalidDataException($"the days of freshness of a carrier are not from 0 to {Carrier.MaxFreshnessDays}");
}
