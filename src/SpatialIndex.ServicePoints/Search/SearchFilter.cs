using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.ServicePoints.Search;

/// <summary>Which points of a country are looked for, wherever they are: carriers resolved, kinds compiled to a set of classes. Immutable.</summary>
internal sealed class SearchFilter
{
    private readonly HashSet<string>? _carriers;

    private SearchFilter(CountrySnapshot? country, HashSet<string>? carriers, ClassSet? classes)
    {
        Country = country;
        _carriers = carriers;
        Classes = classes;
    }

    /// <summary>Null when the snapshot has no points there.</summary>
    public CountrySnapshot? Country { get; }

    /// <summary>The classes that are looked for; null for all.</summary>
    public ClassSet? Classes { get; }

    /// <summary>Compiles a filter. To be called under a lease.</summary>
    /// <param name="snapshot">The points.</param>
    /// <param name="countryCode">The country, in upper case.</param>
    /// <param name="carrierCodes">Carriers as asked for; null for all.</param>
    /// <param name="carrierShopType">The carrier's own kind; null for any.</param>
    /// <param name="generalShopTypes">General kinds, any of them; null for any.</param>
    public static SearchFilter Compile(
        Snapshot snapshot,
        string countryCode,
        IReadOnlyCollection<string>? carrierCodes,
        string? carrierShopType,
        IReadOnlyCollection<string>? generalShopTypes)
    {
        if (snapshot.Country(countryCode) is not { } country)
        {
            return new SearchFilter(null, null, null);
        }

        HashSet<string>? carriers = carrierCodes?.Select(code => snapshot.Carriers.Resolve(code, countryCode)).ToHashSet(StringComparer.Ordinal);
        bool isOpen = carriers is null && carrierShopType is null && generalShopTypes is null;
        return new SearchFilter(country, carriers, isOpen ? null : ClassSet.Where(country.Tables.Classes.Length, number =>
        {
            PointClass entry = country.Tables.Classes[number];
            return (carriers is null || carriers.Contains(entry.CarrierCode))
                && (carrierShopType is null || entry.CarrierShopType == carrierShopType)
                && (generalShopTypes is null || (entry.GeneralShopType is { } type && generalShopTypes.Contains(type)));
        }));
    }

    /// <summary>The rows of the points with one of the carriers' identifiers, each once, whatever their kind. To be called under a lease.</summary>
    public int[] RowsOf(IReadOnlyCollection<string> carrierServicePointIds)
    {
        if (Country is not { } country)
        {
            return [];
        }

        IEnumerable<string> carriers = country.Tables.Classes.Select(static entry => entry.CarrierCode).Distinct(StringComparer.Ordinal);
        return [.. carriers
            .Where(carrier => _carriers is null || _carriers.Contains(carrier))
            .SelectMany(carrier => carrierServicePointIds.Select(id => country.RowOf(carrier, id)))
            .Where(static row => row >= 0)
            .Distinct()];
    }
}
