using System.Text.RegularExpressions;
using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Feeds.WeeklyHours;

/// <summary>
/// Reads the weekly part of an <c>opening_hours</c> of OpenStreetMap. What holds on single dates and holidays is set aside, and so are
/// comments and fallbacks that only say what is not known. Whatever changes an ordinary week (months, weeks of the year, the first Saturday
/// of a month, the sun, an open end, times with nothing but a comment, which are not known to be open) makes the hours unknown. Safe to use
/// from any number of threads. See https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification.
/// </summary>
internal sealed class OsmHours
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    private const string Date = @"((Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{1,2}|easter( ?[+-] ?\d+ days?)?)";

    private static readonly Regex OnDates = new($@"^(\d{{4}} )?{Date}( ?, ?({Date}|\d{{1,2}}))*( ?:)? ", Options);

    private static readonly Regex Holidays = new(@"\b(PH|SH)\b", Options);

    private static readonly Regex Commented = new("^(?<rule>[^\"]*)\"[^\"]*\"$", Options);

    private static readonly Regex Stated = new(@"\b(open|closed|off)$", Options);

    private static readonly Regex SaysNothing = new("^(closed|off|unknown)? ?(\"[^\"]*\")?$", Options);

    private readonly HoursText _weekly = new([HoursLanguages.Find("en")!], [], HoursStyle.Osm);

    /// <summary>The week that a text means; null when it is not understood.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isMoreThanAWeek">Whether something was set aside.</param>
    public OpeningTimes? Parse(string text, out bool isMoreThanAWeek)
    {
        isMoreThanAWeek = false;
        string[] alternatives = [.. Split(text, "||")];
        if (!alternatives.Skip(1).All(static fallback => SaysNothing.IsMatch(fallback)))
        {
            return null;
        }

        var weekly = new List<string>();
        foreach (string rule in Split(alternatives[0], ";"))
        {
            if (WithoutComment(rule) is not { } bare)
            {
                return null;
            }

            bool isOnDates = OnDates.IsMatch(bare);
            isMoreThanAWeek |= isOnDates || bare.Length < rule.Length || Holidays.IsMatch(bare);
            if (!isOnDates)
            {
                weekly.Add(bare);
            }
        }

        isMoreThanAWeek |= alternatives.Length > 1;
        return _weekly.Parse(string.Join("; ", weekly)) is { } week && !(isMoreThanAWeek && week.IsEmpty) ? week : null;
    }

    /// <summary>The rule without the comment at its end; null when that leaves open whether it is open.</summary>
    private static string? WithoutComment(string rule) =>
        !rule.Contains('"', StringComparison.Ordinal) ? rule
        : Commented.Match(rule) is { Success: true } match && match.Groups["rule"].Value.TrimEnd() is var bare && Stated.IsMatch(bare) ? bare
        : null;

    /// <summary>The parts between separators that stand in no comment, without the space around them.</summary>
    private static IEnumerable<string> Split(string text, string separator)
    {
        int start = 0;
        bool isComment = false;
        for (int i = 0; i < text.Length; i++)
        {
            isComment ^= text[i] == '"';
            if (!isComment && text.AsSpan(i).StartsWith(separator))
            {
                yield return text[start..i].Trim();
                start = i + separator.Length;
                i = start - 1;
            }
        }

        yield return text[start..].Trim();
    }
}
