using System.Collections.Frozen;

namespace SpatialIndex.ServicePoints.Geocoding.Text;

/// <summary>The words of addresses in every country of the data: abbreviations, kinds of street and words that carry no meaning.</summary>
internal static class AddressWords
{
    private static readonly FrozenDictionary<string, string> Common = Pairs(
        "ave avenue, bd boulevard, bld boulevard, blvd boulevard, bvd boulevard, boul boulevard, ste sainte, sts saints");

    private static readonly FrozenDictionary<string, FrozenDictionary<string, string>> Abbreviations =
        new Dictionary<string, FrozenDictionary<string, string>>(StringComparer.Ordinal)
        {
            ["FR"] = Pairs("""
                r rue, av avenue, pl place, imp impasse, che chemin, ch chemin, chem chemin, all allee, al allee, rte route, sq square, qu quai,
                crs cours, fg faubourg, fbg faubourg, lot lotissement, res residence, pass passage, prom promenade, rpt rondpoint, st saint,
                gal general, gral general, mal marechal, cdt commandant, cap capitaine, col colonel, lt lieutenant, dr docteur, prof professeur,
                pdt president, pte porte, ham hameau, ld lieudit, zi zoneindustrielle, za zoneartisanale, esp esplanade, mte montee
                """),
            ["DE"] = Pairs("str strasse, pl platz, st sankt"),
            ["NL"] = Pairs("str straat, st sint, pl plein, ln laan"),
            ["PL"] = Pairs("ul ulica, al aleja, aleje aleja, pl plac, os osiedle, sw swietego, gen generala"),
            ["ES"] = Pairs("c calle, cl calle, av avenida, avd avenida, avda avenida, pza plaza, pl plaza, ctra carretera, pso paseo, sta santa"),
            ["IT"] = Pairs("v via, vle viale, pza piazza, pzza piazza, p piazza, cso corso, lgo largo, s san"),
            ["GB"] = Pairs("st street, rd road, av avenue, ln lane, dr drive, sq square, pl place, ct court, cl close, cres crescent, ter terrace"),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    // Countries that write addresses as another does.
    private static readonly FrozenDictionary<string, string> Ways = Pairs(
        """
        BE FR, LU FR, MC FR, GP FR, MQ FR, GF FR, RE FR, YT FR, AT DE, CH DE, LI DE, IE GB, US GB, CA GB, AU GB, NZ GB, SM IT, VA IT, AD ES, MX ES
        """);

    private static readonly FrozenSet<string> StreetKinds = Set(
        """
        rue avenue boulevard place impasse chemin allee route square quai cours faubourg lotissement residence passage promenade sentier ruelle
        cite villa esplanade montee voie strasse platz weg allee damm ufer gasse ring ulica aleja plac osiedle straat plein laan calle avenida
        plaza carretera paseo via viale piazza corso largo street road lane drive court close crescent terrace ulice namesti utca ut ter
        gatve iela tanav tee puiestee maantee
        """);

    private static readonly FrozenSet<string> EmptyWords = Set(
        """
        de du des la le les l d et a au aux en del della di da do dos das el los las van der den het t the of an am im zum zur und
        i y e cedex
        """);

    private static readonly FrozenSet<string> Prepositions = Set("sur sous pres lez devant derriere entre a an am im in aan bij nad pod przy");

    // Buildings and their parts, boxes and quarters.
    private static readonly FrozenSet<string> Additions = Set(
        """
        bat batiment immeuble imm appartement appt apt escalier esc etage etg porte hall entree bp cs bal boite cite residence lotissement
        lieudit hameau zoneindustrielle zoneartisanale centre chez flat floor unit suite apartment wohnung hinterhaus og eg lokal lok klatka
        pietro mieszkanie interno piso puerta
        """);

    /// <summary>The country whose way of writing addresses a country follows.</summary>
    public static string WayOf(string countryCode) => Ways.GetValueOrDefault(countryCode, countryCode);

    /// <summary>A folded word written out.</summary>
    public static string Expand(string word, string way) =>
        (Abbreviations.TryGetValue(way, out FrozenDictionary<string, string>? own) && own.TryGetValue(word, out string? full))
        || Common.TryGetValue(word, out full)
            ? full
            : word;

    /// <summary>Whether a word tells what kind of street it is, and no more.</summary>
    public static bool IsStreetKind(string word) => StreetKinds.Contains(word);

    /// <summary>Whether a word can be left out of a name.</summary>
    public static bool IsEmpty(string word) => EmptyWords.Contains(word);

    /// <summary>Whether a word tells where something is and is no name of it.</summary>
    public static bool IsPreposition(string word) => Prepositions.Contains(word);

    /// <summary>Whether a word behind a street begins something that is no part of its name.</summary>
    public static bool IsAddition(string word) => Additions.Contains(word);

    private static FrozenDictionary<string, string> Pairs(string text) =>
        text.Split(',', StringSplitOptions.TrimEntries).Select(static pair => pair.Split(' '))
            .ToFrozenDictionary(static pair => pair[0], static pair => pair[1], StringComparer.Ordinal);

    private static FrozenSet<string> Set(string text) =>
        text.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
