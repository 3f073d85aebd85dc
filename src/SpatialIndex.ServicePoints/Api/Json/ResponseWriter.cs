using System.Buffers;
using System.Collections.Concurrent;
using System.Text;
using SpatialIndex.ServicePoints.Api.Responses;
using SpatialIndex.ServicePoints.Hours;
using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.ServicePoints.Api.Json;

/// <summary>Writes the bodies of answers that hold data. Safe to use from any number of threads, under a lease.</summary>
internal sealed class ResponseWriter(PointTimeZones zones)
{
    private const int MaxPunctuation = 64;

    private readonly ConcurrentDictionary<CountrySnapshot, CountryJson> _countries = new();

    /// <summary>Writes the body of a list.</summary>
    /// <param name="body">Where to.</param>
    /// <param name="country">The country whose rows are meant; null when nothing was found for want of points there.</param>
    /// <param name="results">What was found, in order.</param>
    /// <param name="geocoding">How the address was geocoded; null when none was.</param>
    /// <param name="now">The instant at which hours and freshness are judged.</param>
    public void WriteList(
        IBufferWriter<byte> body, CountrySnapshot? country, ReadOnlySpan<Neighbor> results, GeocodingResult? geocoding, DateTimeOffset now)
    {
        var output = new Utf8Output(body);
        output.Reserve(MaxPunctuation);
        output.Write("{\"data\":{\"results\":["u8);
        if (!results.IsEmpty)
        {
            WriteResults(ref output, Of(country!), results, now);
        }

        byte[]? geocodingJson = geocoding is null ? null : Encoding.UTF8.GetBytes(ContractJson.Geocoding(geocoding));
        output.Reserve(MaxPunctuation + (geocodingJson?.Length ?? 0));
        output.Write("],\"geocoding\":"u8);
        output.Write(geocodingJson ?? "null"u8);
        output.Write("}}"u8);
        output.Flush();
    }

    /// <summary>Writes the body of a single point.</summary>
    public void WritePoint(IBufferWriter<byte> body, CountrySnapshot country, int row, DateTimeOffset now)
    {
        var output = new Utf8Output(body);
        output.Reserve(MaxPunctuation);
        output.Write("{\"data\":"u8);
        Of(country).Write(ref output, row, now);
        output.Reserve(MaxPunctuation);
        output.Write("}}"u8);
        output.Flush();
    }

    /// <summary>Writes the body of an availability.</summary>
    public static void WriteAvailability(IBufferWriter<byte> body, bool isAvailable) =>
        body.Write(isAvailable ? "{\"data\":{\"is_available\":true}}"u8 : "{\"data\":{\"is_available\":false}}"u8);

    private static void WriteResults(ref Utf8Output output, CountryJson country, ReadOnlySpan<Neighbor> results, DateTimeOffset now)
    {
        for (int i = 0; i < results.Length; i++)
        {
            if (i > 0)
            {
                output.Write(","u8);
            }

            country.Write(ref output, results[i].Row, now);
            output.Reserve(MaxPunctuation);
            output.Write(",\"distance\":"u8);
            if (WholeMeters.Of(results[i].DistanceMeters) is { } meters)
            {
                output.Write(meters);
            }
            else
            {
                output.Write("null"u8);
            }

            output.Write("}"u8);
        }
    }

    private CountryJson Of(CountrySnapshot country) => _countries.GetOrAdd(country, static (key, zones) => new CountryJson(key, zones), zones);
}
