namespace SpatialIndex.ServicePoints.Feeds;

/// <summary>Gives equal values as one object, so that what thousands of points share is held once.</summary>
internal sealed class ValuePool<T>
    where T : class
{
    private readonly Dictionary<T, T> _values = [];

    public T Share(T value)
    {
        if (_values.TryGetValue(value, out T? known))
        {
            return known;
        }

        _values.Add(value, value);
        return value;
    }
}
