namespace SpatialIndex.Tests;

/// <summary>The first hits in order, at most as many as asked for: a sorted array into which each hit is inserted.</summary>
internal sealed class FirstHits(int most)
{
    private readonly Hit[] _hits = new Hit[most];
    private int _count;

    public bool IsFull => _count == most;

    public Hit Last => _hits[_count - 1];

    /// <summary>Inserts the hit at its place; returns false when enough others come before it.</summary>
    public bool Offer(Hit hit)
    {
        if (IsFull)
        {
            if (hit.CompareTo(Last) >= 0)
            {
                return false;
            }

            _count--;
        }

        int place = _count++;
        while (place > 0 && hit.CompareTo(_hits[place - 1]) < 0)
        {
            _hits[place] = _hits[place - 1];
            place--;
        }

        _hits[place] = hit;
        return true;
    }

    public Hit[] ToArray() => _hits[.._count];
}
