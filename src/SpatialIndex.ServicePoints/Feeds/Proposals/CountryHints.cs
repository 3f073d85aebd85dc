using System.Globalization;
using System.Text.RegularExpressions;

namespace SpatialIndex.ServicePoints.Feeds.Proposals;

/// <summary>What tells a country without naming it: how its postal codes look, and how its telephone numbers begin.</summary>
internal static class CountryHints
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    // Country, calling code and how many digits its postal codes have, where they have nothing but digits.
    private static readonly (string CountryCode, string Calling, int Digits)[] Countries = [.. (
        "AT 43 4, BE 32 4, BG 359 4, CH 41 4, CZ 420 5, DE 49 5, DK 45 4, EE 372 5, ES 34 5, FI 358 5, FR 33 5, GR 30 5, HR 385 5, HU 36 4, "
        + "IT 39 5, LT 370 5, LU 352 4, LV 371 4, MC 377 5, MX 52 5, NO 47 4, RO 40 6, RS 381 5, SE 46 5, SI 386 4, SK 421 5, TR 90 5, UA 380 5, "
        + "GB 44 0, IE 353 0, NL 31 0, PL 48 0, PT 351 0, BR 55 0, TW 886 0, AU 61 4")
        .Split(", ")
        .Select(static line => line.Split(' '))
        .Select(static words => (words[0], words[1], int.Parse(words[2], CultureInfo.InvariantCulture)))];

    /// <summary>Postal codes that only one country writes like this.</summary>
    private static readonly (string CountryCode, Regex Pattern)[] Patterns =
    [
        ("NL", new Regex("^[1-9]\\d{3} ?[A-Za-z]{2}$", Options)),
        ("GB", new Regex("^[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}$", Options)),
        ("PL", new Regex("^\\d{2}-\\d{3}$", Options)),
        ("PT", new Regex("^\\d{4}-\\d{3}$", Options)),
        ("BR", new Regex("^\\d{5}-\\d{3}$", Options)),
        ("LV", new Regex("^LV-?\\d{4}$", Options)),
        ("LT", new Regex("^LT-?\\d{5}$", Options)),
        ("CA", new Regex("^[A-Z]\\d[A-Z] ?\\d[A-Z]\\d$", Options)),
        ("IE", new Regex("^[A-Z]\\d[\\dW] ?[A-Z\\d]{4}$", Options)),
    ];

    /// <summary>The country of a postal code that looks like those of no other; null when it does not tell.</summary>
    public static string? OfPostalCode(string postalCode) =>
        Array.Find(Patterns, pattern => pattern.Pattern.IsMatch(postalCode)) is { CountryCode: { } country } ? country : null;

    /// <summary>The country of a telephone number with a calling code; null when it has none.</summary>
    public static string? OfPhone(string phone)
    {
        string digits = string.Concat(phone.Where(static c => char.IsAsciiDigit(c) || c == '+'));
        string number = digits.StartsWith("00", StringComparison.Ordinal) ? $"+{digits[2..]}" : digits;
        return Countries
            .Where(country => number.StartsWith($"+{country.Calling}", StringComparison.Ordinal))
            .OrderByDescending(static country => country.Calling.Length)
            .Select(static country => country.CountryCode)
            .FirstOrDefault();
    }

    /// <summary>How many digits the postal codes of a country have; null when it is not known or they have not only digits.</summary>
    public static int? PostalCodeDigits(string countryCode) =>
        Array.Find(Countries, country => country.CountryCode == countryCode) is { Digits: > 0 and var digits } ? digits : null;
}
