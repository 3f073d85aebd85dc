using SpatialIndex.ServicePoints.Geocoding;

namespace SpatialIndex.Benchmarks.Geocoding;

/// <summary>What people do to addresses.</summary>
/// <param name="Name">What is done.</param>
/// <param name="Apply">Does it: to an address, with random numbers, and the cities that there are.</param>
internal sealed record AddressDamage(string Name, Func<KnownAddress, Random, string[], GeocodingAddress> Apply)
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyz";

    public static AddressDamage None { get; } = new("none", static (a, _, _) => a.AsText());

    public static AddressDamage TwoTypos { get; } = new("two typos in the street", static (a, random, _) => (a with { Street = Misspell(Misspell(a.Street, random), random) }).AsText());

    public static AddressDamage[] All { get; } =
    [
        None,
        new("given by parts", static (a, _, _) => a.AsParts()),
        new("one typo in the street", static (a, random, _) => (a with { Street = Misspell(a.Street, random) }).AsText()),
        TwoTypos,
        new("one typo in the city", static (a, random, _) => (a with { City = Misspell(a.City, random) }).AsText()),
        new("no number", static (a, _, _) => (a with { Number = "" }).AsText()),
        new("no postal code", static (a, _, _) => (a with { PostalCode = "" }).AsText()),
        new("no city", static (a, _, _) => (a with { City = "" }).AsText()),
        new("another city", static (a, random, cities) => (a with { City = random.GetItems(cities, 1)[0] }).AsText()),
        new("upper case", static (a, _, _) => new GeocodingAddress { CountryCode = KnownAddress.CountryCode, Text = a.AsText().Text!.ToUpperInvariant() }),
        new("another order", static (a, _, _) => KnownAddress.OfText(a.PostalCode, a.City, a.Street, a.Number)),
        new("two words joined", static (a, random, _) => (a with { Street = Join(a.Street, random) }).AsText()),
        new("typo, no postal code", static (a, random, _) => (a with { Street = Misspell(a.Street, random), PostalCode = "" }).AsText()),
        new("typo, no city", static (a, random, _) => (a with { Street = Misspell(a.Street, random), City = "" }).AsText()),
    ];

    private static string Misspell(string text, Random random)
    {
        int[] letters = [.. Enumerable.Range(0, text.Length).Where(i => char.IsLetter(text[i]))];
        if (letters.Length == 0)
        {
            return text;
        }

        int at = random.GetItems(letters, 1)[0];
        char other = Letters[random.Next(Letters.Length)];
        return random.Next(4) switch
        {
            0 => text.Remove(at, 1),
            1 => text.Insert(at, other.ToString()),
            2 => $"{text[..at]}{other}{text[(at + 1)..]}",
            _ when at + 1 < text.Length => $"{text[..at]}{text[at + 1]}{text[at]}{text[(at + 2)..]}",
            _ => text.Remove(at, 1),
        };
    }

    private static string Join(string text, Random random)
    {
        int[] spaces = [.. Enumerable.Range(0, text.Length).Where(i => text[i] == ' ')];
        return spaces.Length == 0 ? text : text.Remove(random.GetItems(spaces, 1)[0], 1);
    }
}
