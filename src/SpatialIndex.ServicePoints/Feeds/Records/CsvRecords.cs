using System.Text;
using System.Text.Unicode;
using CsvHelper;

namespace SpatialIndex.ServicePoints.Feeds.Records;

/// <summary>Reads the rows of delimited text with a header line.</summary>
internal static class CsvRecords
{
    /// <exception cref="FeedException">The text is malformed, has no header or holds a row that is too large.</exception>
    public static IEnumerable<FeedRecord> Read(Stream stream, string file, char delimiter)
    {
        CsvMalformedReason? malformed = null;
        var options = new CsvReaderOptions
        {
            Separator = delimiter,
            HasHeader = true,
            Encoding = Encoding.UTF8,
            MaxRecordSize = FeedLimits.MaxRecordBytes,
            OnMalformedRecord = record => malformed = record.Reason,
        };
        using CsvReader reader = Guard(() => CsvReader.Create(stream, options, leaveOpen: true), file, record: 0);
        Guard(
            () =>
            {
                reader.ReadHeader();
                return true;
            },
            file,
            record: 0);
        Dictionary<string, int> columns = Columns(reader, file);
        long number = 0;
        while (Guard(reader.Read, file, number + 1))
        {
            number++;
            (CsvMalformedReason? reason, malformed) = (malformed, null);
            if (reason == CsvMalformedReason.UnterminatedQuote)
            {
                throw new FeedException($"{file}: record {number}: a quoted field is never closed.");
            }

            if (reason == CsvMalformedReason.TextAfterClosingQuote)
            {
                yield return new DamagedFeedRecord { Number = number, Damage = "there is text behind the closing quote of a field" };
            }
            else if (!Utf8.IsValid(reader.RawRecord))
            {
                yield return new DamagedFeedRecord { Number = number, Damage = "the row is not valid UTF-8; if the file has another encoding, name it in the profile" };
            }
            else if (reader.FieldCount != columns.Count)
            {
                yield return new DamagedFeedRecord
                {
                    Number = number,
                    Damage = $"the row has {reader.FieldCount} fields, the header {columns.Count}",
                };
            }
            else
            {
                string[] values = new string[reader.FieldCount];
                for (int i = 0; i < values.Length; i++)
                {
                    values[i] = reader.GetString(i);
                }

                yield return new CsvFeedRecord(columns, values) { Number = number };
            }
        }
    }

    private static Dictionary<string, int> Columns(CsvReader reader, string file)
    {
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (string name in reader.Headers ?? [])
        {
            if (!columns.TryAdd(name, columns.Count))
            {
                throw new FeedException($"{file}: two columns have the name \"{name}\".");
            }
        }

        return columns.Count > 0 ? columns : throw new FeedException($"{file}: there is no header line.");
    }

    private static T Guard<T>(Func<T> read, string file, long record)
    {
        try
        {
            return read();
        }
        catch (CsvFormatException exception)
        {
            string problem = exception.Message.Contains(nameof(CsvReaderOptions.MaxRecordSize), StringComparison.Ordinal)
                ? $"is longer than {FeedLimits.MaxRecordMegabytes} MiB; perhaps a quote is never closed"
                : $"cannot be read: {exception.Message.ReplaceLineEndings(" ").TrimEnd('.')}";
            throw new FeedException($"{file}: record {record} {problem}.", exception);
        }
    }
}
