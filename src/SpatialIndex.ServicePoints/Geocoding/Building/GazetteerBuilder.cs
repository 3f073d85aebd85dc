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
        IEnumerable<(GazetteerRecord Record, GazetteerSource Source)> records =
            turn.SelectMany(static source => source.Records().Select(record => (record, source)));
        if (turn.Key == SourceTurn.Cities)
        {
            records = records.OrderByDescending(static record => record.Record.Population);
        }

        foreach ((GazetteerRecord record, GazetteerSource source) in records)
        {
            if (!Place(record))
            {
                source.Lose(GazetteerLoss.NoLocality);
            }
        }
    }

    private bool Place(GazetteerRecord record)
    {
        bool isPlaced = BuilderOf(record.CountryCode).Place(record);
        if (record.Source == GazetteerSourceKind.GeoNamesCities && Territories.ParentOf(record.CountryCode) is { } parent)
        {
            BuilderOf(parent).Place(record with { CountryCode = parent });
        }

        return isPlaced;
    }

    private CountryBuilder BuilderOf(string code)
    {
        if (!_countries.TryGetValue(code, out CountryBuilder? builder))
        {
            _countries.Add(code, builder = new CountryBuilder(code));
        }

        return builder;
    }

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
}
