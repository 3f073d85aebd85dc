using System.Globalization;
using System.Text.Json;

namespace SpatialIndex.ServicePoints.Tests.Api;

/// <summary>Holds an answer against what a case expects.</summary>
internal static class CaseExpectation
{
    private static readonly string[] PointFields =
    [
        "id", "name", "carrier", "carrier_service_point_id", "carrier_shop_type", "general_shop_type", "address", "position", "contact",
        "opening_times", "is_open_tomorrow", "next_open_at", "is_expired",
    ];

    /// <summary>Checks status, headers and body.</summary>
    public static void Check(JsonElement expect, HttpResponseMessage response, JsonElement body)
    {
        foreach (JsonElement header in expect.TryGetProperty("headers", out JsonElement headers) ? [.. headers.EnumerateArray()] : Array.Empty<JsonElement>())
        {
            string name = header.GetString()!;
            Assert.True(response.Headers.NonValidated.Contains(name) || response.Content.Headers.NonValidated.Contains(name), name);
        }

        Check(expect, (int)response.StatusCode, body);
    }

    /// <summary>Checks status and body.</summary>
    public static void Check(JsonElement expect, int status, JsonElement body)
    {
        Assert.Equal(expect.GetProperty("status").GetInt32(), status);
        if (status == 200)
        {
            Assert.Equal(["data"], Names(body));
            JsonElement data = body.GetProperty("data");
            bool isList = data.TryGetProperty("results", out JsonElement results);
            bool isPoint = data.TryGetProperty("id", out _);
            List<JsonElement> points = isList ? [.. results.EnumerateArray()] : isPoint ? [data] : [];
            Assert.All(points, point => Assert.Equal(isList ? [.. PointFields, "distance"] : PointFields, Names(point)));
            CheckPoints(expect, points);
        }
        else
        {
            Assert.Equal(["errors"], Names(body));
            CheckErrors(expect, status, body.GetProperty("errors"));
        }

        CheckFields(expect, body);
    }

    private static void CheckPoints(JsonElement expect, List<JsonElement> points)
    {
        if (expect.TryGetProperty("ids", out JsonElement ids))
        {
            IEnumerable<long> expected = ids.EnumerateArray().Select(static id => id.GetInt64());
            IEnumerable<long> actual = points.Select(static point => point.GetProperty("id").GetInt64());
            bool isOrdered = !expect.TryGetProperty("ordered", out JsonElement ordered) || ordered.GetBoolean();
            Assert.Equal(isOrdered ? expected : expected.Order(), isOrdered ? actual : actual.Order());
        }

        if (expect.TryGetProperty("distances", out JsonElement distances))
        {
            Assert.Equal(
                distances.EnumerateArray().Select(static item => item.GetRawText()),
                points.Select(static point => point.GetProperty("distance").GetRawText()));
        }

        foreach ((string name, string[] path) in new[]
        {
            ("is_open_tomorrow", new[] { "is_open_tomorrow" }), ("next_open_at", ["next_open_at"]), ("is_expired", ["is_expired"]), ("carrier_codes", ["carrier", "code"]),
        })
        {
            foreach (JsonProperty pair in expect.TryGetProperty(name, out JsonElement map) ? [.. map.EnumerateObject()] : Array.Empty<JsonProperty>())
            {
                JsonElement point = points.Single(item => item.GetProperty("id").GetInt64() == long.Parse(pair.Name, CultureInfo.InvariantCulture));
                JsonElement value = path.Aggregate(point, static (element, step) => element.GetProperty(step));
                Assert.Equal((pair.Name, pair.Value.GetRawText()), (pair.Name, value.GetRawText()));
            }
        }
    }

    private static void CheckErrors(JsonElement expect, int status, JsonElement errors)
    {
        List<JsonElement> actual = [.. errors.EnumerateArray()];
        Assert.NotEmpty(actual);
        Assert.All(actual, error => Assert.Equal(status.ToString(CultureInfo.InvariantCulture), error.GetProperty("status").GetString()));
        if (!expect.TryGetProperty("errors", out JsonElement expected))
        {
            return;
        }

        Assert.Equal(expected.GetArrayLength(), actual.Count);
        foreach ((JsonElement wanted, JsonElement error) in expected.EnumerateArray().Zip(actual))
        {
            foreach (JsonProperty property in wanted.EnumerateObject())
            {
                bool isAbsent = property is { Name: "source", Value.ValueKind: JsonValueKind.Null };
                Assert.Equal(!isAbsent, error.TryGetProperty(property.Name, out JsonElement value));
                Assert.True(isAbsent || JsonElement.DeepEquals(property.Value, value), $"{property.Name}: {value}");
            }
        }
    }

    private static void CheckFields(JsonElement expect, JsonElement body)
    {
        if (expect.TryGetProperty("geocoding", out JsonElement geocoding))
        {
            Assert.True(JsonElement.DeepEquals(geocoding, body.GetProperty("data").GetProperty("geocoding")));
        }

        if (expect.TryGetProperty("is_available", out JsonElement isAvailable))
        {
            Assert.Equal(isAvailable.GetBoolean(), body.GetProperty("data").GetProperty("is_available").GetBoolean());
        }

        foreach (JsonProperty pointer in expect.TryGetProperty("fields", out JsonElement fields) ? [.. fields.EnumerateObject()] : Array.Empty<JsonProperty>())
        {
            Assert.True(Resolve(body, pointer.Name) is { } value && JsonElement.DeepEquals(pointer.Value, value), pointer.Name);
        }

        foreach (JsonElement pointer in expect.TryGetProperty("absent", out JsonElement absent) ? [.. absent.EnumerateArray()] : Array.Empty<JsonElement>())
        {
            Assert.Null(Resolve(body, pointer.GetString()!));
        }
    }

    /// <summary>RFC 6901, without escapes, which the cases do not use.</summary>
    private static JsonElement? Resolve(JsonElement root, string pointer)
    {
        JsonElement? current = root;
        foreach (string step in pointer.Split('/').Skip(1))
        {
            current = current switch
            {
                { ValueKind: JsonValueKind.Object } item when item.TryGetProperty(step, out JsonElement property) => property,
                { ValueKind: JsonValueKind.Array } item when int.TryParse(step, out int index) && index < item.GetArrayLength() => item[index],
                _ => null,
            };
        }

        return current;
    }

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(static property => property.Name);
}
