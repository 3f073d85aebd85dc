using SpatialIndex.ServicePoints.Geocoding.Files;
using SpatialIndex.ServicePoints.Geocoding.Text;

namespace SpatialIndex.ServicePoints.Geocoding.Matching;

/// <summary>Tells what the words of an address were taken for in a match.</summary>
internal sealed class ExplainedWords
{
    public ExplainedWords(CountryGazetteer country, AddressMatch? match)
    {
        if (match?.Reading is not { } reading)
        {
            return;
        }

        string Words(WordRun run) => string.Join(' ', reading.Words.Skip(run.First).Take(run.Count));
        List<GeocodingPart> parts = [];
        if (reading.HouseNumber is not null)
        {
            parts.Add(new(GeocodingPrecision.HouseNumber, Words(reading.HouseNumberRun), match.HouseNumber.Length > 0 ? match.HouseNumber : null, 0));
        }

        if (!reading.Street.IsEmpty)
        {
            string? street = match.Street >= 0 ? country.TextAt(country.Streets.Span[match.Street].Name) : null;
            parts.Add(new(GeocodingPrecision.Street, Words(reading.Street), street, match.StreetEdits));
        }

        if (reading.HasCode)
        {
            string code = country.TextAt(country.PostalCodes.Span[reading.Code.Code].Code);
            parts.Add(new(GeocodingPrecision.PostalCode, Words(reading.Code.Run), match.PostalCode == reading.Code.Code ? code : null, 0));
        }

        if (reading.HasLocality)
        {
            bool agrees = reading.Locality.Localities.Contains(match.Locality);
            parts.Add(new(
                GeocodingPrecision.City, Words(reading.Locality.Run), agrees ? country.NameOf(country.Localities.Span[match.Locality]) : null, reading.Locality.Edits));
        }

        Parts = parts;
        WordRun[] used = [reading.HouseNumberRun, reading.Street, reading.Code.Run, reading.Locality.Run];
        Unused =
        [
            .. reading.Words.Where((word, place) => !AddressWords.IsEmpty(word) && !Array.Exists(used, run => place >= run.First && place < run.End)),
        ];
    }

    public IReadOnlyList<GeocodingPart> Parts { get; } = [];

    /// <summary>Words that no part is made of.</summary>
    public IReadOnlyList<string> Unused { get; } = [];
}
