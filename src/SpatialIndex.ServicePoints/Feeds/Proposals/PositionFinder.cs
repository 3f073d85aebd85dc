using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SpatialIndex.ServicePoints.Feeds.Proposals;

/// <summary>
/// Finds the positions: two columns or one, with points or commas before the decimals, by their names and by their values. Which of the
/// two is the latitude is told by where the points would lie: near towns, and in the countries that the records name.
/// </summary>
internal static class PositionFinder
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase;

    private const string Degrees = @"[-+]?\d{1,3}\.\d+";

    private const int MaxColumns = 12;
    private const double Nearly = 0.95;
    private const double SureName = 75;
    private const double BesideEachOther = 15;
    private const double FarMeters = 250_000;
    private const double LeastAgreement = 0.5;

    private static readonly Regex WithDecimals = new(@"^[-+]?\d{1,3}[.,]\d{3,}$", Options);

    /// <summary>Ways of writing both in one text, and whether the order is known.</summary>
    private static readonly (string Pattern, int Latitude, bool IsOrdered, bool HasCommas)[] Pairs =
    [
        ($@"^[\[( ]*({Degrees})°? *[,;/| ] *({Degrees})°?[\]) ]*$", 1, false, false),
        (@"^([-+]?\d{1,3},\d+) *[;/| ] *([-+]?\d{1,3},\d+)$", 1, false, true),
        (@"^(?:SRID=4326;)?POINT ?\(([-+]?\d+\.?\d*) ([-+]?\d+\.?\d*)\)$", 2, true, false),
        ($"^geo:({Degrees}),({Degrees})", 1, true, false),
        ($"^https?://.*[?&@=]({Degrees}),({Degrees})", 1, true, false),
    ];

    /// <summary>The best place; null when there is none.</summary>
    public static PositionCandidate? Find(ProposalDraft draft, IReadOnlyList<string?> countryCodes)
    {
        PositionCandidate[] candidates = [.. InTwoColumns(draft.Sample), .. InOneColumn(draft.Sample)];
        if (!candidates.Any(static candidate => candidate.Fit >= SureName))
        {
            // Numbers with decimals may be anything; positions are near towns.
            candidates = [.. candidates.Where(static candidate => candidate.NearnessMeters < FarMeters)];
        }

        if (candidates.Length == 0)
        {
            SayWhatIsThere(draft);
            return null;
        }

        PositionCandidate best = candidates.MaxBy(static candidate => (candidate.Fit, -candidate.NearnessMeters))!;
        PositionCandidate[] sameColumns = [.. candidates.Where(other => other != best && other.Columns.ToHashSet().SetEquals(best.Columns))];
        PositionCandidate? swapped = sameColumns.FirstOrDefault(other => IsBetter(other, best, countryCodes));
        string by = best.Fit >= SureName ? "by name" : "by values";
        if (swapped is not null)
        {
            by = best.Fit > swapped.Fit
                ? "the other way round than their names say: only so do the points lie in towns, and in the countries that they name"
                : "which of them is which told by where the points would lie";
            best = swapped;
        }

        draft.Fields["latitude"] = best.Latitude.DeepClone();
        draft.Fields["longitude"] = best.Longitude.DeepClone();
        draft.Use(best.Columns);
        draft.Findings.Add(
            $"latitude, longitude: {string.Join(", ", best.Columns.Select(static column => $"\"{column.Path}\""))}, {by}; half of the points are within {best.NearnessMeters / 1000:0} km of a large town or a border town");
        if (best.NearnessMeters > FarMeters)
        {
            draft.Undecided.Add("latitude, longitude: most of the points are far from any town; look at them on a map");
        }

        return best;
    }

    /// <summary>Whether the swapped positions are the right ones: names count unless the values speak against them.</summary>
    private static bool IsBetter(PositionCandidate swapped, PositionCandidate best, IReadOnlyList<string?> countryCodes)
    {
        (double? Swapped, double? Best) agreement = (swapped.Agreement(countryCodes), best.Agreement(countryCodes));
        bool areNamed = best.Fit >= SureName && best.Fit > swapped.Fit;
        return agreement is ({ } there, { } here) && Math.Max(there, here) >= LeastAgreement
            ? there > here && (!areNamed || here < LeastAgreement)
            : swapped.NearnessMeters < best.NearnessMeters && (!areNamed || (best.NearnessMeters > FarMeters && swapped.NearnessMeters < FarMeters));
    }

    private static IEnumerable<PositionCandidate> InTwoColumns(FeedSample sample)
    {
        SampleColumn[] columns = [.. sample.Scalars
            .Where(static column => column.Given.Count > 0 && column.Share(static value => SampleColumn.Number(value) is not null) >= Nearly)
            .Where(static column => NameFit(column) >= SureName || IsOfPair(column) || column.ShareOfDistinct(WithDecimals.IsMatch) >= 0.5)
            .OrderByDescending(NameFit)
            .Take(MaxColumns)];
        foreach (SampleColumn latitude in columns.Where(static column => AreWithin(column, 90)))
        {
            foreach (SampleColumn longitude in columns.Where(column => column != latitude && AreWithin(column, 180)))
            {
                bool areBeside = latitude.Keys.SkipLast(1).SequenceEqual(longitude.Keys.SkipLast(1));
                double fit = latitude.Name.Fit("latitude") + longitude.Name.Fit("longitude") + (areBeside ? BesideEachOther : 0);
                yield return new PositionCandidate(
                    [latitude, longitude],
                    Source(latitude),
                    Source(longitude),
                    [.. latitude.Values.Zip(longitude.Values, static (lat, lon) => Position(SampleColumn.Number(lat), SampleColumn.Number(lon)))],
                    IsLatitudeOfGeoJson(latitude, longitude) ? 2 * SureName : fit);
            }
        }
    }

    private static double NameFit(SampleColumn column) => Math.Max(column.Name.Fit("latitude"), column.Name.Fit("longitude"));

    /// <summary>The first or the second item of a list that is called like a position.</summary>
    private static bool IsOfPair(SampleColumn column) => column.Keys[^1] is "0" or "1" && column.Name.Fit("position") >= SureName;

    private static bool IsLatitudeOfGeoJson(SampleColumn latitude, SampleColumn longitude) =>
        latitude.Path == "geometry.coordinates.1" && longitude.Path == "geometry.coordinates.0";

    private static bool AreWithin(SampleColumn column, double limit) =>
        column.Share(value => SampleColumn.Number(value) is { } degrees && Math.Abs(degrees) <= limit) >= Nearly;

    private static JsonNode Source(SampleColumn column) =>
        column.Given.Any(static value => value.Contains(',', StringComparison.Ordinal))
            ? new JsonObject { ["path"] = column.Path, ["decimal_comma"] = true }
            : JsonValue.Create(column.Path);

    private static IEnumerable<PositionCandidate> InOneColumn(FeedSample sample)
    {
        foreach (SampleColumn column in sample.Scalars.Where(static column => column.Given.Count > 0))
        {
            foreach ((string pattern, int latitude, bool isOrdered, bool hasCommas) in Pairs)
            {
                var regex = new Regex(pattern, Options);
                if (column.Share(regex.IsMatch) >= Nearly)
                {
                    double fit = column.Name.Fit("position") + BesideEachOther;
                    yield return Pair(column, regex, latitude, hasCommas, fit);
                    if (!isOrdered)
                    {
                        bool isLongitudeFirst = column.Name.Own.FirstOrDefault(static word => word.StartsWith('l')) is { } first && first.StartsWith("lo", StringComparison.Ordinal);
                        yield return Pair(column, regex, 3 - latitude, hasCommas, isLongitudeFirst ? fit + 1 : fit - 1);
                    }

                    break;
                }
            }
        }
    }

    private static PositionCandidate Pair(SampleColumn column, Regex regex, int latitude, bool hasCommas, double fit)
    {
        return new PositionCandidate([column], Source(latitude), Source(3 - latitude), [.. column.Values.Select(At)], fit);

        JsonNode Source(int group)
        {
            var source = new JsonObject { ["path"] = column.Path, ["regex"] = $"(?i){regex}", ["group"] = group };
            if (hasCommas)
            {
                source["decimal_comma"] = true;
            }

            return source;
        }

        GeoPoint? At(string? value) => value is not null && regex.Match(value.Trim()) is { Success: true } match
            ? Position(SampleColumn.Number(match.Groups[latitude].Value), SampleColumn.Number(match.Groups[3 - latitude].Value))
            : null;
    }

    /// <summary>Whether a list holds records of its own.</summary>
    private static bool HoldsPositions(string json) =>
        json.StartsWith('[') && SpanKeys.Objects(json).Any(static item => item.EnumerateObject().Any(static property => new FieldName([property.Name]).Fit("latitude") >= SureName));

    private static GeoPoint? Position(double? latitude, double? longitude) =>
        latitude is { } north && Math.Abs(north) <= 90 && longitude is { } east && Math.Abs(east) <= 180
            ? new GeoPoint { Latitude = north, Longitude = east }
            : null;

    private static void SayWhatIsThere(ProposalDraft draft)
    {
        if (draft.Sample.Columns.FirstOrDefault(static column => column.IsStructure && column.Given.Take(1).Any(HoldsPositions)) is { } list)
        {
            draft.Undecided.Add(
                $"latitude, longitude: stand in the lists at \"{list.Path}\"; a profile reads one list, so make one of them, for example by jq '[.{draft.Sample.Shape.Records}[].{list.Path}[]]'");
            return;
        }

        SampleColumn[] named = [.. draft.Sample.Scalars.Where(static column => column.Given.Count > 0 && NameFit(column) >= SureName)];
        draft.Undecided.Add(named.Length == 0
            ? "latitude, longitude: no positions found, so every record will be rejected; such a feed of addresses needs a geocoder"
            : $"latitude, longitude: the values of {string.Join(", ", named.Select(static column => $"\"{column.Path}\" (\"{column.Given[0]}\")"))}"
                + " are no degrees; give the positions in degrees of WGS 84 with decimals");
    }
}
