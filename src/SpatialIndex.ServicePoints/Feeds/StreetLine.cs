using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace SpatialIndex.ServicePoints.Feeds;

/// <summary>
/// Takes the house number out of a line that holds street and number: at its start in the countries that write it there, at its end in
/// the others.
/// </summary>
internal static class StreetLine
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase;

    private static readonly FrozenSet<string> NumberFirst =
        "AU BL CA FR GB GF GG GP IE IM JE LU MC MF MQ NC NZ PF PM RE US WF YT".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly Regex AtStart = new(
        @"^(?<number>\d{1,5}(\s?[-/]\s?\d{1,5})?(\s?(bis|ter|quater|[a-z]))?)[\s,]+(?<street>\p{L}.*)$", Options);

    private static readonly Regex AtEnd = new(
        @"^(?<street>.*\p{L}.*?(\.|[\s,]))[\s,]*(?<number>\d{1,5}(\s*[a-z]{1,2})?(\s?[-/+]\s?[a-z]{0,2}-?\d{0,5}[a-z]{0,2})*(\sk-\d{1,3}[a-z]?)?)[\s.]*$", Options);

    /// <summary>The street and the number of a line; null when no number is found.</summary>
    public static (string Street, string HouseNumber)? Split(string line, string countryCode) =>
        (NumberFirst.Contains(countryCode) ? AtStart : AtEnd).Match(line) is { Success: true } match
            ? (match.Groups["street"].Value.Trim(' ', ','), match.Groups["number"].Value)
            : null;
}
