using System.Text;
using System.Text.Unicode;
using CsvHelper;

namespace SpatialIndex.ServicePoints.Geocoding.Sources;

/// <summary>Reads the rows of a table. Tabs are taken to separate plain text, other separators text that may be quoted.</summary>
internal static class DelimitedRows
{
    public const int MaxRowMegabytes = 64;

    /// <param name="content">The table in UTF-8.</param>
    /// <param name="separator">What separates its columns.</param>
    /// <param name="columns">How many columns a row must have; any number when it is null.</param>
    /// <exception cref="CsvFormatException">A row is longer than it may be.</exception>
    public static IEnumerable<DelimitedRow> Read(Stream content, char separator, int? columns = null)
    {
        var options = new CsvReaderOptions
        {
            Separator = separator,
            Mode = separator == '\t' ? CsvMode.NoEscape : CsvMode.Rfc4180,
            HasHeader = false,
            Encoding = Encoding.UTF8,
            MaxRecordSize = MaxRowMegabytes << 20,
        };
        return Rows(options, detecting => CsvReader.Create(content, detecting, leaveOpen: true), columns);
    }

    private static IEnumerable<DelimitedRow> Rows(CsvReaderOptions options, Func<CsvReaderOptions, CsvReader> open, int? columns)
    {
        bool isMalformed = false;
        using CsvReader reader = open(options with { OnMalformedRecord = record => isMalformed = record.Reason != CsvMalformedReason.StrayQuote });
        while (reader.Read())
        {
            GazetteerLoss? damage = isMalformed || !Utf8.IsValid(reader.RawRecord) ? GazetteerLoss.Unreadable
                : columns is not null && reader.FieldCount != columns ? GazetteerLoss.WrongColumns
                : null;
            isMalformed = false;
            if (damage is null || !options.AllowLineBreaksInQuotes || !reader.RawRecord.ContainsAny((byte)'\r', (byte)'\n'))
            {
                yield return new DelimitedRow(reader, damage);
                continue;
            }

            // A quote too many swallows lines until the next one: line by line, only its own is lost.
            byte[] lines = reader.RawRecord.ToArray();
            foreach (DelimitedRow row in Rows(options with { AllowLineBreaksInQuotes = false }, detecting => CsvReader.Create(lines, detecting), columns))
            {
                yield return row;
            }
        }
    }
}
