using System.Text.Unicode;
using CsvHelper;
using SpatialIndex.ServicePoints.Feeds;
using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.ServicePoints.Geocoding.Sources;

/// <summary>A file of a kind that is known, and what becomes of its lines.</summary>
internal sealed class GazetteerSource
{
    private readonly SourceFile _file;
    private readonly ISourceReader _reader;
    private readonly Dictionary<GazetteerLoss, long> _losses = [];
    private long _lines;

    private GazetteerSource(SourceFile file, ISourceReader reader) => (_file, _reader) = (file, reader);

    public SourceTurn Turn => _reader.Turn;

    /// <exception cref="GazetteerException">The file cannot be read or is of no kind that is known.</exception>
    public static GazetteerSource Recognize(GazetteerInput input, IReadOnlyList<ISourceReader> readers)
    {
        var file = new SourceFile(input);
        SourceHead head = Guard(input.Path, file.ReadHead);
        ISourceReader? reader = readers.FirstOrDefault(reader => reader.Recognizes(head));
        return reader is not null ? new GazetteerSource(file, reader) : throw new GazetteerException(
            $"{input.Path}: {Problem(head.Text)}; known are {string.Join(", ", readers.Select(static known => known.Kind))}.");
    }

    /// <summary>The records of the file, one after the other, while its lines are counted.</summary>
    /// <exception cref="GazetteerException">The file cannot be read, or no line of it can be used.</exception>
    public IEnumerable<GazetteerRecord> Records()
    {
        bool isOfUse = _reader.MayGiveNothing;
        foreach (SourceLine line in Lines())
        {
            _lines++;
            if (line.Loss is { } loss)
            {
                Lose(loss);
            }
            else if (line.Record is { } foreign && _file.GivenCountry is { } given && foreign.CountryCode != given)
            {
                Lose(GazetteerLoss.OtherCountry);
            }
            else
            {
                isOfUse = true;
                if (line.Record is { } record)
                {
                    yield return record;
                }
            }
        }

        if (!isOfUse)
        {
            throw new GazetteerException(
                $"{_file.Path}: is taken for {_reader.Kind}, and "
                + (_lines == 0 ? "holds no lines." : $"none of its {_lines} lines can be used: {LossText.Of(_losses)}.")
                + (_losses.ContainsKey(GazetteerLoss.NoCountry) ? $" Say which country it is of, as in US={_file.Path}." : ""));
        }
    }

    /// <summary>Counts a line that is left out.</summary>
    public void Lose(GazetteerLoss loss) => _losses[loss] = _losses.GetValueOrDefault(loss) + 1;

    public GazetteerSourceSummary Summarize() => new()
    {
        Path = _file.Path,
        Kind = _reader.Kind,
        CountryCode = _file.AssumedCountry,
        Lines = _lines,
        Records = _lines - _losses.Values.Sum(),
        LeftOut = _losses,
    };

    private static string Problem(ReadOnlySpan<byte> head) =>
        head.IsEmpty ? "is empty"
        : head.StartsWith("PK\u0003\u0004"u8) ? "is a zip file; unpack it"
        : !Utf8.IsValid(head) ? "is no source that is known, or not in UTF-8"
        : "is no source that is known";

    private IEnumerable<SourceLine> Lines()
    {
        using IEnumerator<SourceLine> lines = _reader.Read(_file).GetEnumerator();
        Func<bool> next = lines.MoveNext;
        while (Guard(_file.Path, next))
        {
            yield return lines.Current;
        }
    }

    private static T Guard<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is FeedException or SnapshotException)
        {
            throw new GazetteerException(exception.Message, exception);
        }
        catch (CsvFormatException exception)
        {
            throw new GazetteerException($"{path}: a line is longer than {DelimitedRows.MaxRowMegabytes} MiB; perhaps a quote is never closed.", exception);
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw new GazetteerException($"{path}: {exception.Message}", exception);
        }
    }
}
