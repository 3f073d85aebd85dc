using SpatialIndex.ServicePoints.Geocoding;
using SpatialIndex.ServicePoints.Geocoding.Matching;

namespace SpatialIndex.Benchmarks.Geocoding;

/// <summary>Counts how answers keep what they claim.</summary>
internal sealed class AnswerTally
{
    private readonly Dictionary<string, int> _byPrecision = new(StringComparer.Ordinal);
    private readonly List<double> _errors = [];
    private int _asked;
    private int _claimed;
    private int _kept;
    private int _houses;

    public static string[] Columns { get; } =
        ["asked", "at house number %", "claims kept %", "house_number", "street", "postal_code", "city", "not found", "median error m", "p95 error m"];

    private double HonestyPercent => 100.0 * _kept / Math.Max(1, _claimed);

    private double HousePercent => 100.0 * _houses / _asked;

    /// <returns>Whether the answer keeps what it claims.</returns>
    public bool Add(GeocodedAddress found, GeoPoint truth)
    {
        _asked++;
        string precision = found.Answer.Precision ?? "";
        _byPrecision[precision] = _byPrecision.GetValueOrDefault(precision) + 1;
        if (found.Answer.Location is not { } location)
        {
            return true;
        }

        double error = Haversine.DistanceMeters(location, truth);
        double claimed = precision switch
        {
            GeocodingPrecision.HouseNumber => HousePlacer.HouseMeters,
            GeocodingPrecision.Street => HousePlacer.StreetMeters,
            _ => found.UncertaintyMeters!.Value,
        };
        _errors.Add(error);
        _claimed++;
        _kept += error <= claimed ? 1 : 0;
        _houses += precision == GeocodingPrecision.HouseNumber && error <= HousePlacer.HouseMeters ? 1 : 0;
        return error <= claimed;
    }

    public void Add(AnswerTally other)
    {
        foreach ((string precision, int count) in other._byPrecision)
        {
            _byPrecision[precision] = _byPrecision.GetValueOrDefault(precision) + count;
        }

        _errors.AddRange(other._errors);
        (_asked, _claimed, _kept, _houses) = (_asked + other._asked, _claimed + other._claimed, _kept + other._kept, _houses + other._houses);
    }

    /// <summary>One for each of <see cref="Columns"/>.</summary>
    public double?[] Figures()
    {
        double[] errors = [.. _errors.Order()];
        return
        [
            _asked, HousePercent, HonestyPercent, Count(GeocodingPrecision.HouseNumber), Count(GeocodingPrecision.Street), Count(GeocodingPrecision.PostalCode),
            Count(GeocodingPrecision.City), Count(""), Quantile(errors, 0.5), Quantile(errors, 0.95),
        ];
    }

    private int Count(string precision) => _byPrecision.GetValueOrDefault(precision);

    private static double Quantile(double[] sorted, double share) => sorted.Length == 0 ? 0 : sorted[(int)((sorted.Length - 1) * share)];
}
