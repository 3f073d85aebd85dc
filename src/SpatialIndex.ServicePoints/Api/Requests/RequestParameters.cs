using System.Buffers;
using System.Runtime.CompilerServices;

namespace SpatialIndex.ServicePoints.Api.Requests;

/// <summary>
/// The parameters of a request as text, before anything is judged: the last value of those that have one, all values of lists.
/// Lives in buffers of the caller's stack, and in pooled ones where these do not suffice.
/// </summary>
internal ref struct RequestParameters
{
    public const int StackedChars = 512;
    public const int StackedListValues = 32;

    private Span<char> _text;
    private Span<ListValue> _listValues;
    private char[]? _pooledText;
    private ListValue[]? _pooledListValues;
    private int _textLength;
    private int _listCount;
    private SingleValues _singleValues;
    private uint _given;

    public RequestParameters(Span<char> text, Span<ListValue> listValues)
    {
        _text = text;
        _listValues = listValues;
    }

    /// <summary>Whether a parameter occurred at all, with whatever value.</summary>
    public readonly bool IsGiven(Parameter parameter) => (_given >> (int)parameter & 1) != 0;

    public void Add(Parameter parameter, ReadOnlySpan<char> value)
    {
        value.CopyTo(Reserve(value.Length));
        Commit(parameter, value.Length);
    }

    /// <summary>Room for the text of the next value, which <see cref="Commit"/> then adds.</summary>
    public Span<char> Reserve(int maxLength)
    {
        if (maxLength > _text.Length - _textLength)
        {
            char[] larger = ArrayPool<char>.Shared.Rent(Math.Max(2 * _text.Length, checked(_textLength + maxLength)));
            _text[.._textLength].CopyTo(larger);
            Return(_pooledText);
            _text = _pooledText = larger;
        }

        return _text.Slice(_textLength, maxLength);
    }

    public void Commit(Parameter parameter, int length)
    {
        var value = new TextRange(_textLength, length);
        _textLength += length;
        _given |= 1u << (int)parameter;
        if (ParameterNames.IsList(parameter))
        {
            AddToList(new ListValue(parameter, value));
        }
        else
        {
            _singleValues[(int)parameter] = value;
        }
    }

    /// <summary>The last value of a parameter that is no list.</summary>
    public readonly bool TryGet(Parameter parameter, out ReadOnlySpan<char> value)
    {
        value = IsGiven(parameter) ? TextOf(_singleValues[(int)parameter]) : default;
        return IsGiven(parameter);
    }

    /// <summary>Whether a parameter that counts only when it is more than space does count.</summary>
    public readonly bool HasText(Parameter parameter) => TryGet(parameter, out ReadOnlySpan<char> value) && !value.IsWhiteSpace();

    /// <summary>The last value without the space around it; null when there is nothing else.</summary>
    public readonly string? TextOf(Parameter parameter) =>
        HasText(parameter) && TryGet(parameter, out ReadOnlySpan<char> value) ? value.Trim().ToString() : null;

    /// <summary>All values of a list in the order in which they came.</summary>
    public readonly ListValues ListOf(Parameter parameter) => new(_text, _listValues[.._listCount], parameter);

    public readonly void Dispose()
    {
        Return(_pooledText);
        Return(_pooledListValues);
    }

    private static void Return<T>(T[]? pooled)
    {
        if (pooled is not null)
        {
            ArrayPool<T>.Shared.Return(pooled);
        }
    }

    private readonly ReadOnlySpan<char> TextOf(TextRange range) => _text.Slice(range.Start, range.Length);

    private void AddToList(ListValue value)
    {
        if (_listCount == _listValues.Length)
        {
            ListValue[] larger = ArrayPool<ListValue>.Shared.Rent(2 * Math.Max(_listCount, StackedListValues));
            _listValues.CopyTo(larger);
            Return(_pooledListValues);
            _listValues = _pooledListValues = larger;
        }

        _listValues[_listCount++] = value;
    }

    /// <summary>Where a value stands in the text.</summary>
    public readonly record struct TextRange(int Start, int Length);

    /// <summary>A value of a list.</summary>
    public readonly record struct ListValue(Parameter Parameter, TextRange Range);

    /// <summary>The values of one list, for <c>foreach</c>.</summary>
    public ref struct ListValues(ReadOnlySpan<char> text, ReadOnlySpan<ListValue> values, Parameter parameter)
    {
        private readonly ReadOnlySpan<char> _text = text;
        private readonly ReadOnlySpan<ListValue> _values = values;
        private int _next;

        public ReadOnlySpan<char> Current { get; private set; }

        public readonly ListValues GetEnumerator() => this;

        public bool MoveNext()
        {
            while (_next < _values.Length)
            {
                ListValue value = _values[_next++];
                if (value.Parameter == parameter)
                {
                    Current = _text.Slice(value.Range.Start, value.Range.Length);
                    return true;
                }
            }

            return false;
        }
    }

    [InlineArray((int)Parameter.Limit + 1)]
    private struct SingleValues
    {
        private TextRange _first;
    }
}
