using SpatialIndex.ServicePoints.Feeds.Sources;

namespace SpatialIndex.ServicePoints.Feeds.Proposals;

/// <summary>A field whose name, or that of the object it stands in, names days.</summary>
/// <param name="Column">The field.</param>
/// <param name="Parent">Where the fields of the other days stand, too.</param>
/// <param name="Days">The days as a set of bits.</param>
/// <param name="Rest">The other words of its name.</param>
internal sealed record DayColumn(SampleColumn Column, string Parent, int Days, string[] Rest)
{
    /// <summary>The days that a field may be for: those in its own name, or in that of the object around it.</summary>
    public static IEnumerable<DayColumn> Find(SampleColumn column, DayNames names)
    {
        // The items of a list are no fields of their own.
        if (column.Keys[^1].All(char.IsAsciiDigit))
        {
            yield break;
        }

        string[] own = [.. FieldName.Words(column.Keys[^1])];
        (int days, string[] rest) = names.FindIn(own);
        if (days != 0)
        {
            yield return new DayColumn(column, FieldPath.Join(column.Keys.SkipLast(1)), days, WithoutHours(rest));
        }
        else if (column.Keys.Count > 1 && !column.IsStructure && names.Find(column.Keys[^2]) is not 0 and var outer)
        {
            yield return new DayColumn(column, FieldPath.Join(column.Keys.SkipLast(2)), outer, own);
        }
    }

    /// <summary>Whether one of the other words is for the start or the end of a range.</summary>
    public bool Is(string kind) => Array.Exists(Rest, word => FieldWords.IsValue(kind, word));

    /// <summary>"hours_monday" is Monday's hours and no more.</summary>
    private static string[] WithoutHours(string[] words) =>
        FieldWords.Names("opening_times").Any(phrase => phrase.SequenceEqual(words)) ? [] : words;
}
