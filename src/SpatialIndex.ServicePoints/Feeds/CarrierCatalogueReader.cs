using System.Collections.Immutable;
using System.Text.Json;
using SpatialIndex.ServicePoints.Feeds.Records;
using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Feeds;

/// <summary>Reads a carrier catalogue (<c>carriers.json</c>) and lays it over another one.</summary>
public static class CarrierCatalogueReader
{
    /// <summary>Reads a catalogue file.</summary>
    /// <param name="path">The file: an object with <c>carriers</c> and, optionally, <c>country_time_zones</c>.</param>
    /// <param name="below">What it is laid over: a carrier that it names keeps what it does not say.</param>
    /// <exception cref="FeedException">The file cannot be read or is not a catalogue; the message names the key.</exception>
    public static CarrierCatalogue Read(string path, CarrierCatalogue below)
    {
        ArgumentNullException.ThrowIfNull(below);
        using JsonDocument document = JsonFile.Read(path);
        var reader = new JsonObjectReader(document.RootElement, Path.GetFileName(path), "");
        CarrierCatalogue catalogue = below;
        IReadOnlyList<JsonElement> carriers = reader.OptionalList("carriers") ?? throw reader.Error("carriers", "is missing");
        for (int i = 0; i < carriers.Count; i++)
        {
            catalogue = catalogue.With(ParseCarrier(reader.Item("carriers", i, carriers[i]), catalogue));
        }

        if (reader.OptionalObject("country_time_zones") is { } zones)
        {
            foreach (string country in CountriesOf(zones))
            {
                string zone = zones.RequiredText(country);
                if (!TimeZoneName.IsKnown(zone))
                {
                    throw zones.Error(country, $"names \"{zone}\", which is not an IANA time zone");
                }

                catalogue = catalogue.WithTimeZone(country, zone);
            }
        }

        return catalogue;
    }

    /// <summary>Reads one carrier over the entry of the same code, if there is one.</summary>
    internal static Carrier ParseCarrier(JsonObjectReader reader, CarrierCatalogue below)
    {
        string code = reader.RequiredText("code");
        Carrier known = below.Find(code) ?? new Carrier { Code = code, Name = code };
        return known with
        {
            Name = reader.OptionalText("name") ?? known.Name,
            LogoUrl = reader.IsWritten("logo_url") ? reader.OptionalText("logo_url") : known.LogoUrl,
            IconUrl = reader.IsWritten("icon_url") ? reader.OptionalText("icon_url") : known.IconUrl,
            FreshnessDays = reader.OptionalInteger("freshness_days", 0, Carrier.MaxFreshnessDays) ?? known.FreshnessDays,
            SupersededBy = reader.IsWritten("superseded_by") ? reader.OptionalText("superseded_by") : known.SupersededBy,
            Networks = reader.OptionalObject("networks") is { } networks
                ? CountriesOf(networks).ToImmutableSortedDictionary(static country => country, networks.RequiredText, StringComparer.Ordinal)
                : known.Networks,
        };
    }

    /// <summary>The keys of an object by country; each must be a country code.</summary>
    private static IEnumerable<string> CountriesOf(JsonObjectReader reader) => reader.Keys.Select(country =>
        CountryCode.IsAssigned(country) ? country : throw reader.Error(country, "is not a country code in upper case"));
}
