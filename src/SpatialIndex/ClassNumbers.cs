using System.Numerics;

namespace SpatialIndex;

/// <summary>The numbers of the classes in a set of bits, ascending.</summary>
internal unsafe struct ClassNumbers(ulong* words, int wordCount)
{
    private int _word = -1;
    private ulong _bits = 0;

    public int Current { get; private set; }

    public readonly ClassNumbers GetEnumerator() => this;

    public bool MoveNext()
    {
        while (_bits == 0)
        {
            if (++_word >= wordCount)
            {
                return false;
            }

            _bits = words[_word];
        }

        Current = (_word << 6) + BitOperations.TrailingZeroCount(_bits);
        _bits &= _bits - 1;
        return true;
    }
}
