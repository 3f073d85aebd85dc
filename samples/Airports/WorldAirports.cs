using SpatialIndex;
using static Airports.AirportSize;
using static Airports.Continent;

namespace Airports;

/// <summary>Some well-known airports. Positions are good to some hundred metres.</summary>
internal static class WorldAirports
{
    public static IReadOnlyList<Airport> All { get; } =
    [
        new("ADD", "Addis Ababa Bole", At(8.978, 38.799), Africa, Hub),
        new("CAI", "Cairo", At(30.122, 31.406), Africa, Hub),
        new("CPT", "Cape Town", At(-33.965, 18.602), Africa, Large),
        new("JNB", "Johannesburg O. R. Tambo", At(-26.139, 28.246), Africa, Hub),
        new("LOS", "Lagos Murtala Muhammed", At(6.577, 3.321), Africa, Large),
        new("NBO", "Nairobi Jomo Kenyatta", At(-1.319, 36.928), Africa, Hub),
        new("BKK", "Bangkok Suvarnabhumi", At(13.681, 100.747), Asia, Hub),
        new("DEL", "Delhi Indira Gandhi", At(28.567, 77.103), Asia, Hub),
        new("DOH", "Doha Hamad", At(25.273, 51.608), Asia, Hub),
        new("DXB", "Dubai", At(25.253, 55.364), Asia, Hub),
        new("HKG", "Hong Kong", At(22.309, 113.915), Asia, Hub),
        new("HND", "Tokyo Haneda", At(35.552, 139.780), Asia, Hub),
        new("ICN", "Seoul Incheon", At(37.469, 126.451), Asia, Hub),
        new("PEK", "Beijing Capital", At(40.080, 116.585), Asia, Hub),
        new("SIN", "Singapore Changi", At(1.350, 103.994), Asia, Hub),
        new("TLV", "Tel Aviv Ben Gurion", At(32.011, 34.887), Asia, Large),
        new("AMS", "Amsterdam Schiphol", At(52.309, 4.764), Europe, Hub),
        new("ATH", "Athens Eleftherios Venizelos", At(37.936, 23.944), Europe, Large),
        new("BER", "Berlin Brandenburg", At(52.367, 13.503), Europe, Large),
        new("CDG", "Paris Charles de Gaulle", At(49.013, 2.550), Europe, Hub),
        new("FRA", "Frankfurt", At(50.026, 8.543), Europe, Hub),
        new("IST", "Istanbul", At(41.275, 28.752), Europe, Hub),
        new("KEF", "Reykjavík Keflavík", At(63.985, -22.606), Europe, Large),
        new("LCY", "London City", At(51.505, 0.055), Europe, Regional),
        new("LEJ", "Leipzig/Halle", At(51.424, 12.236), Europe, Regional),
        new("LHR", "London Heathrow", At(51.471, -0.462), Europe, Hub),
        new("LIS", "Lisbon Humberto Delgado", At(38.781, -9.136), Europe, Large),
        new("LYR", "Svalbard Longyear", At(78.246, 15.466), Europe, Regional),
        new("MAD", "Madrid Barajas", At(40.472, -3.563), Europe, Hub),
        new("MUC", "Munich", At(48.354, 11.786), Europe, Hub),
        new("OSL", "Oslo Gardermoen", At(60.194, 11.100), Europe, Large),
        new("THF", "Berlin Tempelhof", At(52.473, 13.404), Europe, Regional, new DateOnly(2008, 10, 30)),
        new("TXL", "Berlin Tegel", At(52.560, 13.288), Europe, Large, new DateOnly(2020, 11, 8)),
        new("ANC", "Anchorage Ted Stevens", At(61.174, -149.996), NorthAmerica, Large),
        new("ATL", "Atlanta Hartsfield-Jackson", At(33.637, -84.428), NorthAmerica, Hub),
        new("JFK", "New York John F. Kennedy", At(40.640, -73.779), NorthAmerica, Hub),
        new("LAX", "Los Angeles", At(33.943, -118.408), NorthAmerica, Hub),
        new("MEX", "Mexico City Benito Juárez", At(19.436, -99.072), NorthAmerica, Hub),
        new("ORD", "Chicago O'Hare", At(41.979, -87.905), NorthAmerica, Hub),
        new("AKL", "Auckland", At(-37.008, 174.792), Oceania, Large),
        new("APW", "Samoa Faleolo", At(-13.830, -172.008), Oceania, Regional),
        new("HNL", "Honolulu Daniel K. Inouye", At(21.319, -157.923), Oceania, Large),
        new("NAN", "Nadi", At(-17.755, 177.443), Oceania, Large),
        new("PPT", "Tahiti Faaʻa", At(-17.554, -149.607), Oceania, Regional),
        new("SUV", "Suva Nausori", At(-18.043, 178.559), Oceania, Regional),
        new("SYD", "Sydney Kingsford Smith", At(-33.946, 151.177), Oceania, Hub),
        new("TBU", "Tonga Fuaʻamotu", At(-21.241, -175.150), Oceania, Regional),
        new("EZE", "Buenos Aires Ezeiza", At(-34.822, -58.536), SouthAmerica, Hub),
        new("GRU", "São Paulo Guarulhos", At(-23.436, -46.473), SouthAmerica, Hub),
        new("SCL", "Santiago Arturo Merino Benítez", At(-33.393, -70.786), SouthAmerica, Large),
        new("USH", "Ushuaia Malvinas Argentinas", At(-54.843, -68.296), SouthAmerica, Regional),
    ];

    private static GeoPoint At(double latitude, double longitude) => new() { Latitude = latitude, Longitude = longitude };
}
