using SpatialIndex.ServicePoints.Geocoding.Files;
using SpatialIndex.ServicePoints.Geocoding.Text;

namespace SpatialIndex.ServicePoints.Geocoding.Matching;

/// <summary>Finds the words of an address that name postal codes and localities.</summary>
internal sealed class AreaFinder(CountryGazetteer country, SearchBudget budget)
{
    private const int MaxCodeWords = 3;
    private const int MaxCodes = 3;
    private const int MaxLocalityWords = 7;
    private const int MaxNames = 6;
    private const int MaxLocalities = 200;
    private const int MaxSimilarWords = 4;

    // A place with that many people is meant by another of its names before a village of that very name.
    private const int KnownByOtherNames = 100_000;

    /// <summary>The postal codes in a run of words, the longest and last first.</summary>
    public IEnumerable<AreaName> Codes(string[] words, WordRun within) =>
        Runs(within, MaxCodeWords).Select(run => CodeOf(words, run)).OfType<AreaName>().Take(MaxCodes);

    /// <summary>The localities in a run of words, written as the gazetteer has them, the likeliest beside a postal code first.</summary>
    public IEnumerable<AreaName> Localities(string[] words, WordRun within, AreaName code) =>
        Runs(within, MaxLocalityWords).Where(run => !run.Overlaps(code.Run) && IsName(words, run, within))
            .Select(run => Exact(words, run)).OfType<AreaName>()
            .Select(name => name with { IsInside = code.Code < 0 && name.Run.First > within.First && name.Run.End < within.End })
            .OrderByDescending(name => code.Code >= 0 && name.Localities.Any(locality => country.IsOf(locality, code.Code)))
            .ThenByDescending(name => code.Code >= 0 ? name.Run.IsBeside(code.Run) : name.Run.End == within.End)
            .ThenByDescending(static name => name.Run.Count).ThenByDescending(static name => name.Run.First)
            .Take(MaxNames);

    /// <summary>The localities whose names are misspelt: those of a postal code anywhere, all others at the ends of a run, where localities stand.</summary>
    public IEnumerable<AreaName> Similar(string[] words, WordRun within, AreaName code)
    {
        if (code.Code < 0)
        {
            return Runs(within, MaxSimilarWords).Where(run => run.End == within.End || run.First == within.First).Where(run => IsMisspeltName(words, run))
                .Select(run => Similar(words, run)).OfType<AreaName>();
        }

        int[] localities = [.. country.LocalitiesOf(country.PostalCodes.Span[code.Code])];
        string[] keys = Array.ConvertAll(localities, KeyOf);
        return Runs(within, MaxLocalityWords).Where(run => !run.Overlaps(code.Run)).Select(run => SimilarOf(localities, keys, words, run)).OfType<AreaName>();
    }

    private static IEnumerable<WordRun> Runs(WordRun within, int maxCount)
    {
        for (int count = Math.Min(maxCount, within.Count); count > 0; count--)
        {
            for (int first = within.End - count; first >= within.First; first--)
            {
                yield return new WordRun(first, count);
            }
        }
    }

    /// <summary>The words of streets are names of places too: only the whole may be made of nothing else.</summary>
    private static bool IsName(string[] words, WordRun run, WordRun within) =>
        run == within || ((ReadOnlySpan<string>)words.AsSpan(run.First, run.Count)).ContainsAnyName();

    /// <summary>With letters changed, the kind of a street and its name look like a locality.</summary>
    private static bool IsMisspeltName(string[] words, WordRun run)
    {
        ReadOnlySpan<string> asked = words.AsSpan(run.First, run.Count);
        return asked.ContainsAnyName() && !asked.ContainsAnyKind();
    }

    private AreaName? CodeOf(string[] words, WordRun run) =>
        country.FindPostalCode(string.Concat(words.AsSpan(run.First, run.Count)), out bool isWider) is { } code ? new AreaName(run) { Code = code, IsWider = isWider } : null;

    private AreaName? Exact(string[] words, WordRun run)
    {
        string key = string.Concat(words.AsSpan(run.First, run.Count));
        List<int> targets = country.LocalityKeys.FindExact(key);
        return targets.Count == 0 ? null : new AreaName(run) { Localities = Likeliest(targets, key) };
    }

    private AreaName? SimilarOf(int[] localities, string[] keys, string[] words, WordRun run)
    {
        string key = string.Concat(words.AsSpan(run.First, run.Count));
        int best = EditDistance.Allowed(key.Length);
        int found = -1;
        for (int i = 0; i < keys.Length && best > 0 && budget.Take(1); i++)
        {
            int edits = EditDistance.Compute(key, keys[i], best);
            if (edits <= best && (found < 0 || edits < best))
            {
                (found, best) = (localities[i], edits);
            }
        }

        return found < 0 ? null : new AreaName(run) { Localities = [found], Edits = best };
    }

    private AreaName? Similar(string[] words, WordRun run)
    {
        string key = string.Concat(words.AsSpan(run.First, run.Count));
        var similar = new SimilarKeys(country.LocalityKeys, key, budget);
        (int first, int count) = country.LocalityKeys.RowsOfLength(key.Length - similar.Edits, key.Length + similar.Edits).GetOffsetAndLength(country.LocalityKeys.Rows.Length);
        similar.Look(first, count, 1);
        return similar.Rows.Count == 0 ? null : new AreaName(run)
        {
            Localities = Likeliest([.. similar.Rows.Select(row => country.LocalityKeys.RowAt(row).Target)], key),
            Edits = similar.Edits,
        };
    }

    private List<int> Likeliest(List<int> localities, string key) => localities.Count == 1 ? localities :
    [
        .. localities.Distinct()
            .OrderByDescending(locality => country.Localities.Span[locality].Population >= KnownByOtherNames || KeyOf(locality) == key)
            .ThenByDescending(locality => country.Localities.Span[locality].Population)
            .ThenByDescending(locality => country.Localities.Span[locality].StreetCount)
            .Take(MaxLocalities),
    ];

    private string KeyOf(int locality) => AddressText.Key(country.NameOf(country.Localities.Span[locality]), country.Way);
}
