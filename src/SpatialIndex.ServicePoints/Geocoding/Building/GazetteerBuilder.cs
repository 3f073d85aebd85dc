using SpatialIndex.ServicePoints.Feeds;
using SpatialIndex.ServicePoints.Geocoding.Files;
using SpatialIndex.ServicePoints.Geocoding.Sources;

namespace SpatialIndex.ServicePoints.Geocoding.Building;

/// <summary>Puts the records of sources together, country by country.</summary>
internal sealed class GazetteerBuilder
{
    private readonly SortedDictionary<string, CountryBuilder> _countries = new(StringComparer.Ordinal);

    private GazetteerBuilder()
    {
    }

    /// <summary>The countries of records that come in their turns.</summary>
    public static IEnumerable<CountryGazetteer> Build(IEnumerable<GazetteerRecord> records)
    {
        var builder = new GazetteerBuilder();
        foreach (GazetteerRecord record in records)
        {
            builder.Place(record);
        }

        return builder.Countries();
    }

    /// <summary>Writes the file of a gazetteer; see <see cref="Gazetteer.Build(string, IReadOnlyList{GazetteerInput})"/>.</summary>
    public static IReadOnlyList<GazetteerSourceSummary> Build(string path, IReadOnlyList<GazetteerInput> inputs)
    {
        IReadOnlyList<ISourceReader> readers = SourceReaders.Create();
        GazetteerSource[] sources = [.. inputs.Select(input => GazetteerSource.Recognize(input, readers))];
        var builder = new GazetteerBuilder();
        foreach (IGrouping<SourceTurn, GazetteerSource> turn in sources.GroupBy(static source => source.Turn).OrderBy(static turn => turn.Key))
        {
            builder.Place(turn);
        }

        AtomicFile.Write(path, stream => GazetteerFormat.Write(stream, [.. inputs.Select(static input => Path.GetFileName(input.Path))], builder.Countries()));
        return [.. sources.Select(static source => source.Summarize())];
    }

    private void Place(IGrouping<SourceTurn, GazetteerSource> turn)
    {
        IEnumerable<Entry> entries = turn.SelectMany(static source => source.Records().Select(record => new Entry(record, source)));
        foreach (Entry entry in turn.Key == SourceTurn.Cities ? LargestFirst(entries) : entries)
        {
            if (!Place(entry.Record))
            {
                entry.Source?.Lose(GazetteerLoss.NoLocality);
            }
        }
    }

    private bool Place(GazetteerRecord record)
    {
        if (!_countries.TryGetValue(record.CountryCode, out CountryBuilder? builder))
        {
            _countries.Add(record.CountryCode, builder = new CountryBuilder(record.CountryCode));
        }

        return builder.Place(record);
    }

    /// <summary>Cities, country by country; those of territories also in the country that they belong to.</summary>
    private static IEnumerable<Entry> LargestFirst(IEnumerable<Entry> cities) => cities
        .SelectMany(static city => Territories.ParentOf(city.Record.CountryCode) is { } parent
            ? [city, new Entry(city.Record with { CountryCode = parent }, null)]
            : (Entry[])[city])
        .OrderBy(static city => city.Record.CountryCode, StringComparer.Ordinal).ThenByDescending(static city => city.Record.Population);

    /// <summary>The countries, each of which is forgotten once it is built.</summary>
    private IEnumerable<CountryGazetteer> Countries()
    {
        while (_countries.Count > 0)
        {
            (string code, CountryBuilder builder) = _countries.First();
            _countries.Remove(code);
            yield return builder.Build();
        }
    }

    /// <summary>A record with the source that is told when it is left out; null when it is another's copy.</summary>
    private readonly record struct Entry(GazetteerRecord Record, GazetteerSource? Source);
}
