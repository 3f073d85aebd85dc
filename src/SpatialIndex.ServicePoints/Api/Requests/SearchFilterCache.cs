using System.Collections.Concurrent;
using SpatialIndex.ServicePoints.Api.Responses;
using SpatialIndex.ServicePoints.Model;
using SpatialIndex.ServicePoints.Search;
using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.ServicePoints.Api.Requests;

/// <summary>
/// The filters that requests ask for. Shops ask for the same few again and again, so they are compiled once; finding one again
/// allocates nothing. Bounded, and safe to use from any number of threads.
/// </summary>
internal sealed class SearchFilterCache
{
    private const int Capacity = 1_024;

    private readonly Snapshot _snapshot;
    private readonly ConcurrentDictionary<string, SearchFilter> _filters = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, SearchFilter>.AlternateLookup<ReadOnlySpan<char>> _filtersByKey;

    public SearchFilterCache(Snapshot snapshot)
    {
        _snapshot = snapshot;
        _filtersByKey = _filters.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The filter of a request for certain carriers. To be called under a lease.</summary>
    /// <returns>What is wrong with the carriers; null when nothing is.</returns>
    public ErrorObject? Find(in RequestParameters parameters, in RequestValues values, out SearchFilter? filter)
    {
        var key = new SearchFilterKey(stackalloc char[SearchFilterKey.MaxLength]);
        key.Add(parameters, values);
        if (key.Fits && _filtersByKey.TryGetValue(key.Text, out filter))
        {
            return null;
        }

        filter = null;
        string[] codes = CarrierCodes(parameters);
        string[] unsupported = [.. codes.Where(code => !_snapshot.Carriers.Contains(code))];
        if (unsupported.Length > 0)
        {
            return new ErrorObject(
                400, "validation_error", $"Service points are not supported for the requested carriers: {string.Join(", ", unsupported)}.");
        }

        filter = SearchFilter.Compile(_snapshot, values.CountryCode, codes, CarrierShopType(parameters), GeneralShopTypes(values.GeneralShopTypes));
        if (key.Fits)
        {
            Keep(key.Text.ToString(), filter);
        }

        return null;
    }

    private static string[] CarrierCodes(in RequestParameters parameters)
    {
        var codes = new List<string>();
        foreach (ReadOnlySpan<char> code in parameters.ListOf(Parameter.CarrierCode))
        {
            if (!code.IsWhiteSpace())
            {
                codes.Add(code.ToString());
            }
        }

        return [.. codes.Distinct(StringComparer.Ordinal)];
    }

    private static string? CarrierShopType(in RequestParameters parameters) =>
        parameters.TryGet(Parameter.CarrierShopType, out ReadOnlySpan<char> type) ? type.ToString() : null;

    private static string[]? GeneralShopTypes(int types) =>
        types == 0 ? null : [.. GeneralShopType.All.Where((_, number) => (types >> number & 1) != 0)];

    private void Keep(string key, SearchFilter filter)
    {
        if (_filters.Count >= Capacity)
        {
            _filters.Clear();
        }

        _filters[key] = filter;
    }
}
