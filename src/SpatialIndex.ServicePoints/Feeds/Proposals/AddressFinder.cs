using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SpatialIndex.ServicePoints.Feeds.Proposals;

/// <summary>Takes apart what stands in one field: house numbers in streets, postal codes and towns in addresses; and puts lost zeros back.</summary>
internal static class AddressFinder
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    private const string PostalCode = @"(?:[A-Z]{1,2}-)?(\d{2}-\d{3}|\d{4}-\d{3}|\d{3} \d{2}|\d{4} ?[A-Z]{2}|\d{4,6})";

    private const double Mostly = 0.5;
    private const double Nearly = 0.8;

    /// <summary>Ways of writing an address in one line, and the groups of its street, postal code and town.</summary>
    private static readonly (string Pattern, int Street, int PostalCode, int City)[] Lines =
    [
        ($@"^(.+?)[,;]? *{PostalCode},? +(\D[^,]*)(?:,.*)?$", 1, 2, 3),
        ($@"^{PostalCode},? +([^,\d]+), *(.+)$", 3, 1, 2),
    ];

    public static void Refine(ProposalDraft draft, IReadOnlyList<string?> countryCodes)
    {
        SplitLine(draft);
        DropTown(draft);
        PadPostalCodes(draft, countryCodes);
        SplitHouseNumbers(draft, countryCodes);
        TellTerritories(draft, countryCodes);
    }

    private static void SplitLine(ProposalDraft draft)
    {
        if (draft.Fields.ContainsKey("postal_code") || draft.Fields["street"] is not JsonValue path || draft.Sample.Find(path.GetValue<string>()) is not { } street)
        {
            return;
        }

        foreach ((string pattern, int streetGroup, int postalGroup, int cityGroup) in Lines)
        {
            var regex = new Regex(pattern, Options);
            if (street.Share(regex.IsMatch) < Nearly)
            {
                continue;
            }

            draft.Fields["street"] = new JsonObject { ["first"] = new JsonArray(Part(streetGroup), JsonValue.Create(street.Path)) };
            draft.Fields["postal_code"] = Part(postalGroup);
            if (!draft.Fields.ContainsKey("city"))
            {
                draft.Fields["city"] = Part(cityGroup);
            }

            draft.Undecided.RemoveAll(static text => text.StartsWith("postal_code:", StringComparison.Ordinal) || text.StartsWith("city:", StringComparison.Ordinal));
            draft.Findings.Add($"postal_code, city: stand in \"{street.Path}\" and are taken out of it");
            return;

            JsonObject Part(int group) => new() { ["path"] = street.Path, ["regex"] = pattern, ["group"] = group };
        }
    }

    /// <summary>Takes the town off the end of a street where it is repeated.</summary>
    private static void DropTown(ProposalDraft draft)
    {
        if (draft.Fields["street"] is not JsonValue path)
        {
            return;
        }

        string?[] streets = draft.ValuesOf("street");
        int repeated = streets.Zip(draft.ValuesOf("city")).Count(static record =>
            record is { First: not null, Second: not null } && record.First.EndsWith($", {record.Second}", StringComparison.OrdinalIgnoreCase));
        if (repeated > 0 && repeated >= Nearly * streets.Count(static street => street is not null))
        {
            draft.Fields["street"] = new JsonObject
            {
                ["first"] = new JsonArray(new JsonObject { ["path"] = path.DeepClone(), ["regex"] = "^(.+),[^,]*$" }, path.DeepClone()),
            };
            draft.Findings.Add($"street: \"{path}\" repeats the town behind a comma, which is taken off");
        }
    }

    private static void PadPostalCodes(ProposalDraft draft, IReadOnlyList<string?> countryCodes)
    {
        if (draft.Fields["postal_code"] is not JsonValue path)
        {
            return;
        }

        int?[] lost = [.. draft.ValuesOf("postal_code").Zip(countryCodes)
            .Where(static record => record.First is { } code && code.All(char.IsAsciiDigit) && record.Second is not null)
            .Select(static record => CountryHints.PostalCodeDigits(record.Second!) is { } digits ? digits - record.First!.Length : (int?)null)];
        int[] digits = [.. countryCodes.OfType<string>().Distinct().Select(CountryHints.PostalCodeDigits).OfType<int>().Distinct()];
        if (digits.Length == 1 && lost.Count(static missing => missing > 0) is > 0 and var shorter)
        {
            draft.Fields["postal_code"] = new JsonObject { ["path"] = path.DeepClone(), ["pad"] = digits[0] };
            draft.Findings.Add($"postal_code: {shorter} have fewer than {digits[0]} digits, as numbers without their leading zeros have, which are put back");
        }
    }

    private static void SplitHouseNumbers(ProposalDraft draft, IReadOnlyList<string?> countryCodes)
    {
        if (draft.ValuesOf("house_number").Count(static number => number is not null) >= Mostly * draft.Sample.Records)
        {
            return;
        }

        string?[] streets = draft.ValuesOf("street");
        int numbered = streets.Zip(countryCodes).Count(static record => record.First is { } line && StreetLine.Split(line, record.Second ?? "") is not null);
        if (numbered > 0 && numbered >= Mostly * streets.Count(static street => street is not null))
        {
            draft.Keys["split_street"] = true;
            draft.Undecided.RemoveAll(static text => text.StartsWith("house_number:", StringComparison.Ordinal));
            draft.Findings.Add($"house_number: stands in the street in {numbered} records and is taken out of it");
        }
    }

    private static void TellTerritories(ProposalDraft draft, IReadOnlyList<string?> countryCodes)
    {
        if (draft.ValuesOf("postal_code").Zip(countryCodes).Any(static record =>
            record is { First: not null, Second: not null } && Territories.At(record.Second, record.First) is not null))
        {
            draft.Keys["territories"] = true;
            draft.Findings.Add("country_code: some postal codes are those of territories with country codes of their own, which they are given");
        }
    }
}
