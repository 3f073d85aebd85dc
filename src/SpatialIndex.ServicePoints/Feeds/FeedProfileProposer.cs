using System.Text.Json.Nodes;
using SpatialIndex.ServicePoints.Feeds.Proposals;

namespace SpatialIndex.ServicePoints.Feeds;

/// <summary>Looks at a feed that no profile is known for and proposes one. Safe to use from any number of threads.</summary>
public static class FeedProfileProposer
{
    private static readonly string[] KeysInOrder = ["carriers", "split_street", "territories", "skip"];

    /// <summary>
    /// Proposes a profile by the names and the values of the first 20,000 records: how the file is written, and where its positions,
    /// identifiers, addresses, kinds, states and opening hours stand. The profile can be built with as it is.
    /// </summary>
    /// <param name="path">The file: NDJSON, JSON, GeoJSON or CSV, gzip or not.</param>
    /// <param name="carrierCode">The carrier of the whole file; null to look for a field that names the carriers, and else to call it after the file.</param>
    /// <exception cref="FeedException">The file cannot be read, or holds no records that a profile can read.</exception>
    public static FeedProfileProposal Propose(string path, string? carrierCode = null)
    {
        FeedSample sample = FeedSampleReader.Read(path);
        var draft = new ProposalDraft(sample);
        draft.Findings.Add(Describe(sample));
        SampleColumn? country = CountryFinder.FindColumn(sample);
        PositionCandidate? positions = PositionFinder.Find(draft, country is null ? new string?[sample.Records] : CountryFinder.CodesOf(country));
        IReadOnlyList<string?> countryCodes = CountryFinder.Find(draft, positions, country);
        CarrierFinder.Find(draft, carrierCode);
        IdentifierFinder.Find(draft, country);
        StatusFinder.Find(draft);
        TextFieldFinder.Find(draft);
        ShopTypeFinder.Find(draft);
        AddressFinder.Refine(draft, countryCodes);
        TextFieldFinder.UnescapeHtml(draft);
        HoursFinder.Find(draft, countryCodes);
        string name = (string?)draft.Keys["carriers"]?[0]?["code"] ?? "sample";
        return new FeedProfileProposal
        {
            Profile = FeedProfileReader.Parse(ProfilePrinter.Print(Profile(draft, name)), $"{name}.json"),
            Findings = draft.Findings,
            Undecided = draft.Undecided,
        };
    }

    private static JsonObject Profile(ProposalDraft draft, string name)
    {
        FileShape shape = draft.Sample.Shape;
        var profile = new JsonObject
        {
            ["name"] = name,
            ["description"] = $"Proposed for {Path.GetFileName(draft.Sample.Path)}",
            ["format"] = shape.Format.ToString().ToLowerInvariant(),
        };
        if (shape.Records is not null)
        {
            profile["records"] = shape.Records;
        }

        if (shape.Format == FeedFormat.Csv)
        {
            profile["delimiter"] = shape.Delimiter.ToString();
        }

        if (shape.Encoding != TextEncodingGuess.Utf8)
        {
            profile["encoding"] = shape.Encoding;
        }

        foreach (string key in KeysInOrder.Where(draft.Keys.ContainsKey))
        {
            profile[key] = draft.Keys[key]!.DeepClone();
        }

        profile["fields"] = new JsonObject(Enum.GetValues<FeedField>()
            .Select(FeedProfileReader.FeedFieldName)
            .Where(draft.Fields.ContainsKey)
            .Select(field => KeyValuePair.Create(field, (JsonNode?)draft.Fields[field]!.DeepClone())));
        if (draft.Keys["opening_times"] is { } times)
        {
            profile["opening_times"] = times.DeepClone();
        }

        return profile;
    }

    private static string Describe(FeedSample sample)
    {
        FileShape shape = sample.Shape;
        string format = shape.Format switch
        {
            FeedFormat.Csv => $"csv with {(shape.Delimiter == '\t' ? "tabs" : $"\"{shape.Delimiter}\"")} between columns",
            FeedFormat.Json => shape.Records is null ? "json, an array of records" : $"json with records at \"{shape.Records}\"",
            _ => shape.Format.ToString().ToLowerInvariant(),
        };
        string records = sample.IsWhole ? $"{sample.Records} records" : $"the first {sample.Records} records";
        return $"format: {format}, {shape.Encoding}; {records} with {sample.Scalars.Count()} fields";
    }
}
