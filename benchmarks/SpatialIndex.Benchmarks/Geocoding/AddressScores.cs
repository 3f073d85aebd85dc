using SpatialIndex.Benchmarks.Reports;
using SpatialIndex.ServicePoints.Geocoding;

namespace SpatialIndex.Benchmarks.Geocoding;

/// <summary>How addresses whose positions are known are answered, as they are and damaged.</summary>
/// <param name="sample">The addresses.</param>
/// <param name="cities">The cities that there are, for wrong ones.</param>
/// <param name="seed">Of what is done to the addresses.</param>
/// <param name="listed">How many claims of a damage that are not kept are listed on standard error.</param>
/// <param name="result">Receives the tables.</param>
internal sealed class AddressScores(KnownAddress[] sample, string[] cities, int seed, int listed, SectionResult result)
{
    /// <summary>Asks for every address with every damage.</summary>
    public void Add(string what, GazetteerGeocoder geocoder)
    {
        var all = new AnswerTally();
        ReportTable table = result.Add(new ReportTable
        {
            Title = FormattableString.Invariant($"{sample.Length:n0} {what}"),
            Heading = "damage",
            Columns = AnswerTally.Columns,
            Format = "#,0.##",
        });
        foreach (AddressDamage damage in AddressDamage.All)
        {
            AnswerTally tally = Ask(damage, geocoder);
            table.Add(damage.Name, tally.Figures());
            all.Add(tally);
        }

        table.Add("all", all.Figures());
    }

    /// <summary>How often free text and parts agree, and whether less of an address ever gives more of an answer.</summary>
    public void AddAgreement(GazetteerGeocoder geocoder)
    {
        int agreeing = sample.Count(address => geocoder.Geocode(address.AsText()).Answer == geocoder.Geocode(address.AsParts()).Answer);
        KnownAddress[] finer = [.. sample.Where(address => GetsFinerByLess(address, geocoder))];
        result.Note(FormattableString.Invariant(
            $"Free text and parts agree in {100.0 * agreeing / sample.Length:0.##} %. Less of an address gave more of an answer {finer.Length} times."));
        Array.ForEach(finer[..Math.Min(listed, finer.Length)], static address => Console.Error.WriteLine($"- more by less: {address}"));
    }

    private AnswerTally Ask(AddressDamage damage, GazetteerGeocoder geocoder)
    {
        var random = new Random(seed);
        var tally = new AnswerTally();
        int broken = 0;
        foreach (KnownAddress address in sample)
        {
            GeocodingAddress asked = damage.Apply(address, random, cities);
            GeocodedAddress found = geocoder.Geocode(asked);
            if (!tally.Add(found, address.Position) && broken++ < listed)
            {
                Console.Error.WriteLine(FormattableString.Invariant(
                    $"- {damage.Name}: {asked.Text ?? asked.ToString()} → {found.Answer} ± {found.UncertaintyMeters:n0} m; it is {address}"));
            }
        }

        return tally;
    }

    private static bool GetsFinerByLess(KnownAddress address, GazetteerGeocoder geocoder)
    {
        KnownAddress street = address with { Number = "" };
        KnownAddress area = street with { Street = "" };
        KnownAddress city = area with { PostalCode = "" };
        GeocodingAnswer[] answers = [.. new[] { address, street, area, city }.Select(part => geocoder.Geocode(part.AsText()).Answer)];
        return answers.Zip(answers.Skip(1)).Any(static pair => Depth(pair.Second) > Depth(pair.First) || pair.Second.Status > pair.First.Status);
    }

    private static int Depth(GeocodingAnswer answer) => answer.Precision switch
    {
        GeocodingPrecision.HouseNumber => 4,
        GeocodingPrecision.Street => 3,
        GeocodingPrecision.PostalCode => 2,
        GeocodingPrecision.City => 1,
        _ => 0,
    };
}
