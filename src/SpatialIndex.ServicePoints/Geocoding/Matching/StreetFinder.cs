using SpatialIndex.ServicePoints.Geocoding.Files;
using SpatialIndex.ServicePoints.Geocoding.Text;

namespace SpatialIndex.ServicePoints.Geocoding.Matching;

/// <summary>Finds the streets that words may mean, within a postal code and the localities of a name.</summary>
internal sealed class StreetFinder(CountryGazetteer country, SearchBudget budget)
{
    /// <summary>A street that words may mean.</summary>
    /// <param name="Street">Its index.</param>
    /// <param name="Edits">How many edits its name needed.</param>
    /// <param name="IsWhole">Whether the whole name was compared, not only what tells it from others.</param>
    public readonly record struct Candidate(int Street, int Edits, bool IsWhole);

    /// <summary>The streets of a name as it is written; without an area, of the whole country.</summary>
    public List<Candidate> Find(AddressReading reading)
    {
        List<Candidate> found = Exact(Whole(reading), reading, isWhole: true);
        return found.Count > 0 ? found : Exact(Core(reading), reading, isWhole: false);
    }

    /// <summary>The streets of an area whose names are the fewest edits away.</summary>
    public List<Candidate> FindSimilar(AddressReading reading)
    {
        if (!reading.HasCode && !reading.HasLocality)
        {
            return [];
        }

        List<Candidate> found = Similar(Whole(reading), reading, isWhole: true);
        return found.Count > 0 ? found : Similar(Core(reading), reading, isWhole: false);
    }

    private static int OffsetOf(bool isWhole) => isWhole ? 0 : 1;

    private static string Whole(AddressReading reading) => KeyTable.Cut(string.Concat(reading.StreetWords));

    private static string Core(AddressReading reading) => KeyTable.Cut(AddressText.Core(reading.StreetWords));

    private List<Candidate> Exact(string key, AddressReading reading, bool isWhole) => Candidates(
        country.StreetKeys.RowsOf(key).Where(row => row % CountryGazetteer.KeysAStreet == OffsetOf(isWhole)).Select(row => country.StreetKeys.RowAt(row).Target)
            .Where(street => IsWithin(street, reading)),
        reading,
        0,
        isWhole);

    private List<Candidate> Similar(string key, AddressReading reading, bool isWhole)
    {
        var similar = new SimilarKeys(country.StreetKeys, key, budget);

        if (reading.HasCode)
        {
            foreach (int street in country.StreetsOf(country.PostalCodes.Span[reading.Code.Code]))
            {
                similar.Look((CountryGazetteer.KeysAStreet * street) + OffsetOf(isWhole), 1, CountryGazetteer.KeysAStreet);
            }
        }

        foreach (int locality in reading.Locality.Localities)
        {
            LocalityRow row = country.Localities.Span[locality];
            similar.Look((CountryGazetteer.KeysAStreet * row.FirstStreet) + OffsetOf(isWhole), row.StreetCount, CountryGazetteer.KeysAStreet);
        }

        // When the nearest is too short to be sure of, one that is farther is no answer either.
        return similar.Rows.Any(row => country.StreetKeys.RowAt(row).MaxEdits < similar.Edits)
            ? []
            : Candidates(similar.Rows.Select(row => country.StreetKeys.RowAt(row).Target), reading, similar.Edits, isWhole);
    }

    private List<Candidate> Candidates(IEnumerable<int> streets, AddressReading reading, int edits, bool isWhole)
    {
        string[] asked = [.. reading.StreetWords.Where(AddressWords.IsStreetKind)];
        return
        [
            .. streets.Distinct().Where(street => (isWhole && edits == 0) || IsOfKind(street, asked, isCorrected: edits > 0 && !isWhole))
                .Select(street => new Candidate(street, edits, isWhole)),
        ];
    }

    /// <summary>An avenue is not the street of its name. A kind that is left out agrees with any, but not where letters had to be corrected too.</summary>
    private bool IsOfKind(int street, string[] asked, bool isCorrected)
    {
        string[] own = [.. AddressText.Words(country.TextAt(country.Streets.Span[street].Name), country.Way, out _).Where(AddressWords.IsStreetKind)];
        return asked.Length == 0 || own.Length == 0 ? !isCorrected || asked.Length == own.Length : own.Intersect(asked).Any();
    }

    private bool IsWithin(int street, AddressReading reading)
    {
        StreetRow row = country.Streets.Span[street];
        return (!reading.HasCode && !reading.HasLocality)
            || (reading.HasCode && row.PostalCode == reading.Code.Code)
            || (reading.HasLocality && reading.Locality.Localities.Contains(row.Locality));
    }
}
