using System.Collections.Frozen;

namespace SpatialIndex.ServicePoints.Api.Requests;

/// <summary>The names of the query parameters of the list.</summary>
public static class ParameterNames
{
    private static readonly string[] Names =
    [
        "country_code", "carrier_code", "use_integration_carriers", "address", "address_street", "address_house_number", "address_postal_code",
        "address_city", "latitude", "longitude", "ne_latitude", "ne_longitude", "sw_latitude", "sw_longitude", "radius",
        "carrier_service_point_id", "carrier_shop_type", "general_shop_type", "limit",
    ];

    private static readonly FrozenDictionary<string, Parameter>.AlternateLookup<ReadOnlySpan<char>> Parameters = Names.Index()
        .ToFrozenDictionary(static pair => pair.Item, static pair => (Parameter)pair.Index, StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>All 19 names in the order of the contract.</summary>
    public static IReadOnlyList<string> All => Names;

    internal static int MaxLength { get; } = Names.Max(static name => name.Length);

    /// <summary>Whether the parameter of a name holds a list, so that the name is repeated once a value; false for names that are not known.</summary>
    public static bool IsList(string name) => TryFind(name, out Parameter parameter) && IsList(parameter);

    internal static bool IsList(Parameter parameter) =>
        parameter is Parameter.CarrierCode or Parameter.CarrierServicePointId or Parameter.GeneralShopType;

    internal static string Of(Parameter parameter) => Names[(int)parameter];

    internal static bool TryFind(ReadOnlySpan<char> name, out Parameter parameter) => Parameters.TryGetValue(name, out parameter);
}
