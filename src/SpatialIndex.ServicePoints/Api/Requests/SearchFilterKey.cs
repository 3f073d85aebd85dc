namespace SpatialIndex.ServicePoints.Api.Requests;

/// <summary>What a filter is compiled from, written in one line in which no two different filters look alike.</summary>
internal ref struct SearchFilterKey(Span<char> buffer)
{
    public const int MaxLength = 256;

    private readonly Span<char> _buffer = buffer;
    private int _length;

    /// <summary>Whether all of it found room.</summary>
    public readonly bool Fits => _length <= _buffer.Length;

    public readonly ReadOnlySpan<char> Text => _buffer[.._length];

    public void Add(in RequestParameters parameters, in RequestValues values)
    {
        Add(values.CountryCode);
        Add((char)values.GeneralShopTypes);
        Add(parameters.IsGiven(Parameter.CarrierShopType) ? '1' : '0');
        parameters.TryGet(Parameter.CarrierShopType, out ReadOnlySpan<char> shopType);
        Add(shopType);
        foreach (ReadOnlySpan<char> code in parameters.ListOf(Parameter.CarrierCode))
        {
            Add(code);
        }
    }

    /// <summary>Adds a text with its length before it.</summary>
    private void Add(ReadOnlySpan<char> text)
    {
        Add((char)Math.Min(text.Length, char.MaxValue));
        if (text.Length <= _buffer.Length - _length)
        {
            text.CopyTo(_buffer[_length..]);
            _length += text.Length;
        }
        else
        {
            _length = _buffer.Length + 1;
        }
    }

    private void Add(char character)
    {
        if (_length < _buffer.Length)
        {
            _buffer[_length++] = character;
        }
        else
        {
            _length = _buffer.Length + 1;
        }
    }
}
