using System.Collections.Immutable;

namespace SpatialIndex.ServicePoints.Model;

/// <summary>
/// The carriers that are supported, in order of their codes, and the default time zones of countries. Immutable and safe to share between threads.
/// </summary>
public sealed class CarrierCatalogue
{
    private readonly ImmutableSortedDictionary<string, Carrier> _carriers;

    private CarrierCatalogue(ImmutableSortedDictionary<string, Carrier> carriers, ImmutableSortedDictionary<string, string> countryTimeZones)
    {
        _carriers = carriers;
        CountryTimeZones = countryTimeZones;
    }

    /// <summary>No carriers and no time zones.</summary>
    public static CarrierCatalogue Empty { get; } = new(
        ImmutableSortedDictionary.Create<string, Carrier>(StringComparer.Ordinal),
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal));

    /// <summary>All carriers in ordinal order of their codes.</summary>
    public IEnumerable<Carrier> Carriers => _carriers.Values;

    /// <summary>Country code to IANA time zone of those points that name none themselves.</summary>
    public ImmutableSortedDictionary<string, string> CountryTimeZones { get; }

    /// <summary>Whether a carrier of this code, case-sensitive, is in the catalogue.</summary>
    public bool Contains(string code) => _carriers.ContainsKey(code);

    /// <summary>The carrier of this code, case-sensitive; null when there is none.</summary>
    public Carrier? Find(string code) => _carriers.GetValueOrDefault(code);

    /// <summary>The catalogue with a carrier added, or replaced when its code is there already.</summary>
    public CarrierCatalogue With(Carrier carrier)
    {
        ArgumentNullException.ThrowIfNull(carrier);
        return new CarrierCatalogue(_carriers.SetItem(carrier.Code, carrier), CountryTimeZones);
    }

    /// <summary>The catalogue with the default time zone of a country set.</summary>
    public CarrierCatalogue WithTimeZone(string countryCode, string timeZone) =>
        new(_carriers, CountryTimeZones.SetItem(countryCode, timeZone));

    /// <summary>
    /// The code of the carrier whose points stand for a requested one in a country: its successors are followed, and where
    /// it uses another carrier's network there, that one, until neither applies.
    /// </summary>
    /// <remarks>A catalogue may go round in a circle; then the way ends where it would close. A code that is not in the catalogue stands for itself.</remarks>
    public string Resolve(string code, string countryCode)
    {
        var visited = new HashSet<string>(StringComparer.Ordinal);
        string current = code;
        while (visited.Add(current) && Find(current) is { } carrier)
        {
            string? next = carrier.SupersededBy ?? carrier.Networks.GetValueOrDefault(countryCode);
            if (next is null || visited.Contains(next))
            {
                break;
            }

            current = next;
        }

        return current;
    }
}
