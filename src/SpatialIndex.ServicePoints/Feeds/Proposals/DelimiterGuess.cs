using System.Globalization;
using SpatialIndex.ServicePoints.Feeds.Records;

namespace SpatialIndex.ServicePoints.Feeds.Proposals;

/// <summary>Finds what parts the columns of delimited text: what parts nearly all lines into as many fields as the first, and most of them.</summary>
internal static class DelimiterGuess
{
    private const int RecordsToTry = 1_000;

    private const double LeastShare = 0.5;
    private const double Nearly = 0.9;

    private static readonly char[] Candidates = [',', ';', '\t', '|'];

    /// <summary>The delimiter; null when none makes columns of the text.</summary>
    /// <param name="text">The text in UTF-8.</param>
    /// <param name="file">The name of the file, for messages.</param>
    /// <exception cref="FeedException">There is no line with the names of the columns.</exception>
    public static char? Of(byte[] text, string file)
    {
        (char Delimiter, string[] Columns, double Share)[] fitting = [.. Candidates
            .Select(delimiter => Columns(text, file, delimiter))
            .Where(static guess => guess.Columns.Length > 1 && guess.Share >= LeastShare)
            .OrderByDescending(static guess => guess.Share >= Nearly)
            .ThenByDescending(static guess => guess.Columns.Length)];
        if (fitting.Length == 0)
        {
            return null;
        }

        if (fitting[0].Columns.Count(IsValue) * 3 > fitting[0].Columns.Length)
        {
            throw new FeedException($"{file}: the first line is a record and not the names of the columns; put a line with their names before it.");
        }

        return fitting[0].Delimiter;
    }

    /// <summary>The columns that a delimiter makes, and which share of the records has them.</summary>
    private static (char Delimiter, string[] Columns, double Share) Columns(byte[] text, string file, char delimiter)
    {
        try
        {
            using var content = new MemoryStream(text);
            FeedRecord[] records = [.. CsvRecords.Read(content, file, delimiter).Take(RecordsToTry)];
            FeedRecord[] whole = Array.FindAll(records, static record => record.Damage is null);
            return whole is [var first, ..] ? (delimiter, [.. first.UnknownFields([], [])], (double)whole.Length / records.Length) : (delimiter, [], 0);
        }
        catch (FeedException)
        {
            return (delimiter, [], 0);
        }
    }

    /// <summary>Whether a cell is a number, which names of columns are not.</summary>
    private static bool IsValue(string cell) => double.TryParse(cell.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out _);
}
