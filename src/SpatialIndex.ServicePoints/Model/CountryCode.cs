using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace SpatialIndex.ServicePoints.Model;

/// <summary>The country codes of ISO 3166-1 alpha-2.</summary>
public static class CountryCode
{
    private static readonly FrozenSet<string> Assigned = (
        "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS "
        + "BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE "
        + "EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM "
        + "HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC "
        + "LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA "
        + "NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW "
        + "SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO "
        + "TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW")
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AssignedSpans = Assigned.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>All 249 officially assigned codes, in upper case.</summary>
    public static IReadOnlySet<string> All => Assigned;

    /// <summary>Whether the text is an officially assigned code in upper case.</summary>
    public static bool IsAssigned(string code) => Assigned.Contains(code);

    /// <summary>Reads a code in upper, lower or mixed case of ASCII, without trimming. Allocates nothing.</summary>
    /// <returns>The code in upper case, or null when the text is not an officially assigned code.</returns>
    public static string? Normalize(ReadOnlySpan<char> text)
    {
        Span<char> upper = stackalloc char[2];
        return Ascii.ToUpper(text, upper, out int length) == OperationStatus.Done && AssignedSpans.TryGetValue(upper[..length], out string? code)
            ? code
            : null;
    }
}
