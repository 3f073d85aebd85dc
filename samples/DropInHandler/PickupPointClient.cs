using System.Net.Http.Json;
using System.Text.Json;

namespace DropInHandler;

/// <summary>What a shop has that asks the online API. It knows nothing of this library.</summary>
internal sealed class PickupPointClient(HttpClient http)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>The three points of a carrier that are nearest to an address.</summary>
    /// <exception cref="HttpRequestException">The request is wrong; the message is that of the API.</exception>
    public async Task<IReadOnlyList<PickupPoint>> NearAsync(string countryCode, string carrierCode, string address)
    {
        using HttpResponseMessage response = await http.GetAsync(new Uri(
            $"service-points?country_code={countryCode}&carrier_code={carrierCode}&address={Uri.EscapeDataString(address)}&limit=3", UriKind.Relative));
        if (!response.IsSuccessStatusCode)
        {
            Failure failure = await ReadAsync<Failure>(response);
            throw new HttpRequestException(failure.Errors[0].Detail, null, response.StatusCode);
        }

        return (await ReadAsync<Success>(response)).Data.Results;
    }

    private static async Task<T> ReadAsync<T>(HttpResponseMessage response) => (await response.Content.ReadFromJsonAsync<T>(Json))!;

    private sealed record Success(Page Data);

    private sealed record Page(IReadOnlyList<PickupPoint> Results);

    private sealed record Failure(IReadOnlyList<Error> Errors);

    private sealed record Error(string Detail);
}
