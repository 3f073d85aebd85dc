using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SpatialIndex.ServicePoints.Feeds.Sources;
using SpatialIndex.ServicePoints.Feeds.WeeklyHours;

namespace SpatialIndex.ServicePoints.Feeds.Proposals;

/// <summary>Finds the opening hours: tries every dialect on every field that may hold hours, and takes those that understand the most.</summary>
internal static class HoursFinder
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase;

    private const double LeastLike = 0.3;
    private const double LeastShare = 0.5;
    private const double Complete = 0.98;
    private const double Better = 0.01;
    private const double SureName = 45;
    private const int MaxSources = 3;
    private const int ExamplesToShow = 3;
    private const int ExampleLength = 80;

    private static readonly Regex TimeSpan = new(@"\d\s*[-–—~|]\s*\d|\d\s*(to|bis|do|à|a|až|until|till)\s*\d|24\s*[/x\\]+\s*7|24\s?h", Options);
    private static readonly Regex Word = new(@"\p{L}[\p{L}\p{M}]+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    public static void Find(ProposalDraft draft, IReadOnlyList<string?> countryCodes)
    {
        HoursCandidate[] candidates = [.. Candidates(draft.Sample, countryCodes)
            .Where(static candidate => candidate.Understood.Count > 0)
            .OrderByDescending(static candidate => candidate.Understood.Count)];
        draft.Findings.AddRange(candidates.Select(static candidate =>
            $"opening_times: {candidate.Label}: {candidate.Understood.Count} of {candidate.Given} understood ({Math.Floor(1000 * candidate.Share) / 10:0.#} %)"));
        List<HoursCandidate> taken = Choose(candidates, draft.Sample.Records);
        taken.ForEach(candidate => draft.Append("opening_times", candidate.Source));
        Explain(draft, taken);
    }

    /// <summary>
    /// Each time the one that tells the most of the records that are left: those with their own place for each time, then texts, then flags,
    /// as the first that a record has counts.
    /// </summary>
    private static List<HoursCandidate> Choose(HoursCandidate[] candidates, int records)
    {
        var open = Enumerable.Range(0, records).ToHashSet();
        var taken = new List<HoursCandidate>();
        while (taken.Count < MaxSources)
        {
            HoursCandidate? best = candidates
                .Where(candidate => candidate.Share >= LeastShare && candidate.Understood.Overlaps(open))
                .OrderBy(static candidate => candidate.Vagueness)
                .ThenByDescending(candidate => candidate.Understood.Count(open.Contains))
                .ThenByDescending(static candidate => candidate.Share)
                .FirstOrDefault();
            if (best is null)
            {
                break;
            }

            taken.Add(best);
            open.ExceptWith(best.Understood);
        }

        return taken;
    }

    private static void Explain(ProposalDraft draft, List<HoursCandidate> taken)
    {
        if (taken.Count == 0)
        {
            draft.Undecided.Add("opening_times: none found");
            return;
        }

        string[] examples = [.. taken.SelectMany(static candidate => candidate.NotUnderstood).Distinct(StringComparer.Ordinal).Take(ExamplesToShow)];
        if (examples.Length > 0)
        {
            draft.Undecided.Add($"opening_times: not understood, so unknown, are such as {string.Join(", ", examples.Select(static text => $"\"{Shorten(text)}\""))}");
        }
    }

    private static IEnumerable<HoursCandidate> Candidates(FeedSample sample, IReadOnlyList<string?> countryCodes)
    {
        foreach (SampleColumn column in sample.Columns.Where(static column => column.Given.Count > 0))
        {
            if (column.IsStructure || column.Given[0][0] is '{' or '[')
            {
                foreach (HoursCandidate candidate in InStructure(sample, column, countryCodes))
                {
                    yield return candidate;
                }
            }
            else if (column.Name.Fit("always_open") >= SureName && column.Distinct.All(static value => FieldWords.IsValue("yes", value) || FieldWords.IsValue("no", value)))
            {
                yield return Candidate(sample, "always_open_flag", column, $"\"{column.Path}\" as a flag for 24/7", countryCodes);
            }
            else if (column.ShareOfDistinct(TimeSpan.IsMatch) >= LeastLike)
            {
                foreach (HoursCandidate candidate in InText(sample, column, countryCodes))
                {
                    yield return candidate;
                }
            }
        }

        foreach ((JsonObject source, string label) in DayFieldsGuess.Find(sample))
        {
            yield return new HoursCandidate(sample, source, label, countryCodes);
        }
    }

    private static IEnumerable<HoursCandidate> InStructure(FeedSample sample, SampleColumn column, IReadOnlyList<string?> countryCodes)
    {
        if (column.Given.Any(static value => value.Contains("\"monday\"", StringComparison.OrdinalIgnoreCase)))
        {
            yield return Candidate(sample, "canonical", column, $"\"{column.Path}\" in the canonical form", countryCodes);
            yield return Candidate(sample, "minutes", column, $"\"{column.Path}\" in minutes after midnight", countryCodes);
        }

        foreach ((JsonObject source, string label) in DayObjectsGuess.Find(column))
        {
            yield return new HoursCandidate(sample, source, label, countryCodes);
        }
    }

    private static IEnumerable<HoursCandidate> InText(FeedSample sample, SampleColumn column, IReadOnlyList<string?> countryCodes)
    {
        HoursCandidate text = Candidate(sample, "text", column, $"\"{column.Path}\" as text", countryCodes);
        yield return text;
        if (text.Share < Complete)
        {
            foreach (HoursCandidate better in Refine(sample, column, text, countryCodes))
            {
                yield return better;
            }
        }

        // The grammar of OpenStreetMap means every day where none is named, which the name of the field may do.
        if (column.Name.Fit("opening_times") >= SureName && !DayNames.All.Any(names => DayColumn.Find(column, names).Any()))
        {
            yield return Candidate(sample, "osm", column, $"\"{column.Path}\" in the grammar of OpenStreetMap", countryCodes);
        }
    }

    /// <summary>A language that understands more than those of the countries, and words to pass over that keep texts from being understood.</summary>
    private static IEnumerable<HoursCandidate> Refine(FeedSample sample, SampleColumn column, HoursCandidate text, IReadOnlyList<string?> countryCodes)
    {
        HoursCandidate best = text;
        foreach (HoursLanguage language in HoursLanguages.All)
        {
            HoursCandidate candidate = Candidate(sample, "text", column, $"\"{column.Path}\" as text in \"{language.Name}\"", countryCodes, source => source["languages"] = ProposalDraft.Texts([language.Name]));
            if (candidate.Share > best.Share + Better)
            {
                best = candidate;
            }
        }

        if (best != text)
        {
            yield return best;
        }

        string[] strange = [.. StrangeWords(best.NotUnderstood)];
        if (strange.Length > 0)
        {
            HoursCandidate candidate = new(
                sample,
                With(best.Source, source => source["ignore"] = ProposalDraft.Texts(strange)),
                $"{best.Label} without {string.Join(", ", strange.Select(static word => $"\"{word}\""))}",
                countryCodes);
            if (candidate.Share > best.Share + Better)
            {
                yield return candidate;
            }
        }
    }

    /// <summary>Words that no language knows and that much of what is not understood has.</summary>
    private static IEnumerable<string> StrangeWords(List<string> texts) => texts
        .SelectMany(static text => Word.Matches(HtmlText.ToPlain(text)).Select(static match => match.Value).Distinct(StringComparer.Ordinal))
        .CountBy(static word => word)
        .Where(word => word.Value >= LeastLike * texts.Count && HoursLanguages.All.All(language => HoursLexer.Tokenize(word.Key, language) is null))
        .Select(static word => word.Key)
        .OrderByDescending(static word => word.Length);

    private static HoursCandidate Candidate(
        FeedSample sample, string dialect, SampleColumn column, string label, IReadOnlyList<string?> countryCodes, Action<JsonObject>? complete = null)
    {
        var source = new JsonObject { ["dialect"] = dialect, ["path"] = column.Path };
        complete?.Invoke(source);
        return new HoursCandidate(sample, source, label, countryCodes);
    }

    private static JsonObject With(JsonObject source, Action<JsonObject> change)
    {
        var copy = (JsonObject)source.DeepClone();
        change(copy);
        return copy;
    }

    private static string Shorten(string text)
    {
        string line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= ExampleLength ? line : $"{line[..ExampleLength]}…";
    }
}
