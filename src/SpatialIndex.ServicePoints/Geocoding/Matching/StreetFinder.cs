using SpatialIndex.ServicePoints.Geocoding.Files;
using SpatialIndex.ServicePoints.Geocoding.Text;

namespace SpatialIndex.ServicePoints.Geocoding.Matching;

/// <summary>Finds the streets that words may mean, within a postal code and the localities of a name.</summary>
internal sealed class StreetFinder(CountryGazetteer country, string way)
{
    // A name that is left out of a longer text must be of some length to mean anything.
    private const int LeastCore = 4;
    private const int MaxLeftOut = 5;

    /// <summary>A street that words may mean.</summary>
    /// <param name="Street">Its index.</param>
    /// <param name="Edits">How many edits its name needed.</param>
    /// <param name="LeftOut">How many words are not part of its name.</param>
    public readonly record struct Candidate(int Street, int Edits, int LeftOut);

    public List<Candidate> Find(AddressReading reading)
    {
        IReadOnlyList<string> words = reading.Street;
        List<Candidate> found = Exact(words, reading, 0);
        if (found.Count > 0 || words.Count == 0 || (reading.PostalCode < 0 && reading.Localities.Count == 0))
        {
            return found;
        }

        found = Similar(words, reading);
        for (int leftOut = 1; found.Count == 0 && leftOut < words.Count && leftOut <= MaxLeftOut; leftOut++)
        {
            for (int first = 0; first <= leftOut; first++)
            {
                string[] part = [.. words.Skip(first).Take(words.Count - leftOut)];
                if (AddressText.Core(part).Length >= LeastCore)
                {
                    found.AddRange(Exact(part, reading, leftOut));
                }
            }
        }

        return found;
    }

    private List<Candidate> Exact(IReadOnlyList<string> words, AddressReading reading, int leftOut)
    {
        var targets = new List<int>();
        country.StreetKeys.FindExact(Cut(string.Concat(words)), targets);
        List<Candidate> found = [.. targets.Where(street => IsWithin(street, reading)).Distinct().Select(street => new Candidate(street, 0, leftOut))];
        if (found.Count > 0)
        {
            return found;
        }

        targets.Clear();
        country.StreetKeys.FindExact(Cut(AddressText.Core(words)), targets);
        return
        [
            .. targets.Where(street => IsWithin(street, reading)).Distinct()
                .Select(street => new Candidate(street, KindEdits(words, street), leftOut)),
        ];
    }

    private List<Candidate> Similar(IReadOnlyList<string> words, AddressReading reading)
    {
        string whole = Cut(string.Concat(words)).ToString();
        string core = Cut(AddressText.Core(words)).ToString();
        var rows = new List<int>();
        int best = Scan(whole, EditDistance.Allowed(whole.Length), reading, rows);
        if (rows.Count == 0 && core.Length != whole.Length)
        {
            best = Scan(core, EditDistance.Allowed(core.Length), reading, rows);
        }

        return [.. rows.Select(row => country.StreetKeys.RowAt(row).Target).Distinct().Select(street => new Candidate(street, best, 0))];
    }

    private int Scan(string key, int allowed, AddressReading reading, List<int> rows)
    {
        int best = allowed;
        void Look(int street, int count)
        {
            var nearer = new List<int>();
            int edits = country.StreetKeys.FindSimilar(key, best, 2 * street, 2 * count, nearer);
            if (nearer.Count == 0)
            {
                return;
            }

            if (edits < best)
            {
                rows.Clear();
                best = edits;
            }

            rows.AddRange(nearer);
        }

        if (allowed == 0)
        {
            return best;
        }

        if (reading.PostalCode >= 0)
        {
            foreach (int street in country.StreetsOf(country.PostalCodes.Span[reading.PostalCode]))
            {
                Look(street, 1);
            }
        }

        foreach (int locality in reading.Localities)
        {
            LocalityRow row = country.Localities.Span[locality];
            Look(row.FirstStreet, row.StreetCount);
        }

        return best;
    }

    private bool IsWithin(int street, AddressReading reading)
    {
        StreetRow row = country.Streets.Span[street];
        return (reading.PostalCode < 0 && reading.Localities.Count == 0)
            || (reading.PostalCode >= 0 && row.PostalCode == reading.PostalCode)
            || reading.Localities.Contains(row.Locality);
    }

    /// <summary>A street of another kind than is asked for needs a correction, one whose kind is not named does not.</summary>
    private int KindEdits(IReadOnlyList<string> words, int street)
    {
        string[] asked = [.. words.Where(AddressWords.IsStreetKind)];
        return asked.Length == 0 || AddressText.Words(country.TextAt(country.Streets.Span[street].Name), way, out _).Intersect(asked).Any() ? 0 : 1;
    }

    private static ReadOnlySpan<char> Cut(string key) => key.AsSpan(0, Math.Min(key.Length, KeyTable.MaxKeyLength));
}
