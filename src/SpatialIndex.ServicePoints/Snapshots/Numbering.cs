namespace SpatialIndex.ServicePoints.Snapshots;

/// <summary>Numbers distinct items in the order of their first appearance.</summary>
internal sealed class Numbering<T>
    where T : notnull
{
    private readonly Dictionary<T, int> _numbers = [];

    public List<T> Items { get; } = [];

    public int NumberOf(T item)
    {
        if (!_numbers.TryGetValue(item, out int number))
        {
            number = Items.Count;
            _numbers.Add(item, number);
            Items.Add(item);
        }

        return number;
    }
}
