namespace SpatialIndex.ServicePoints.Feeds;

/// <summary>Where hours of one day stand: as a text of ranges, or as a start and an end.</summary>
/// <param name="Day">0 for Monday to 6 for Sunday.</param>
/// <param name="Ranges">The path of the text, or of a JSON array of such texts; null when there are a start and an end.</param>
/// <param name="Start">The path of the start.</param>
/// <param name="End">The path of the end.</param>
internal sealed record DayField(int Day, FieldPath? Ranges, FieldPath? Start, FieldPath? End)
{
    public IEnumerable<FieldPath> Paths => new[] { Ranges, Start, End }.OfType<FieldPath>();
}
