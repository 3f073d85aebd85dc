using System.Text.Json;
using SpatialIndex.ServicePoints.Feeds.Records;

namespace SpatialIndex.ServicePoints.Feeds.Proposals;

/// <summary>Finds the array that holds the records of a JSON document: of those that keys alone lead to the one with the most objects.</summary>
internal sealed class RecordArrayFinder
{
    private const string Geometry = "geometry";

    private readonly List<string> _keys = [];
    private readonly Stack<bool> _isArray = new();
    private RecordArray? _largest;
    private long _objects;
    private bool _hasFeatures;
    private long _found;
    private int _arrays;

    private RecordArrayFinder()
    {
    }

    /// <summary>The largest array of objects; null when there is none.</summary>
    /// <param name="stream">The document in UTF-8.</param>
    /// <param name="file">The name of the file, for messages.</param>
    /// <exception cref="FeedException">The document is not JSON.</exception>
    public static RecordArray? Largest(Stream stream, string file)
    {
        var finder = new RecordArrayFinder();
        var buffer = new FeedBuffer(stream);
        buffer.SkipByteOrderMark();
        var state = new JsonReaderState(new JsonReaderOptions { MaxDepth = FeedLimits.MaxJsonDepth });
        try
        {
            while (finder.ReadTokens(buffer, ref state))
            {
                if (buffer.IsFull)
                {
                    throw new FeedException($"{file}: a text at byte {buffer.Position} is larger than {FeedLimits.MaxRecordMegabytes} MiB.");
                }

                buffer.Fill();
            }
        }
        catch (JsonException exception)
        {
            throw new FeedException($"{file}: not JSON: {JsonMessage.Of(exception)}.", exception);
        }
        catch (InvalidOperationException exception)
        {
            // The reader's word for a key that no string can hold.
            throw new FeedException($"{file}: a key before byte {buffer.Position + buffer.Unread.Length} is not valid text.", exception);
        }

        return finder._largest is { } largest ? largest with { Others = finder._found - 1 } : null;
    }

    /// <summary>Reads what is in the buffer; false when the document is at its end.</summary>
    private bool ReadTokens(FeedBuffer buffer, ref JsonReaderState state)
    {
        var reader = new Utf8JsonReader(buffer.Unread, buffer.IsComplete, state);
        while (reader.Read())
        {
            Take(ref reader);
        }

        bool isComplete = buffer.IsComplete;
        buffer.Consume((int)reader.BytesConsumed);
        state = reader.CurrentState;
        return !isComplete;
    }

    private void Take(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName when _arrays == 0:
                SetKey(reader.CurrentDepth - 1, reader.GetString()!);
                break;
            case JsonTokenType.PropertyName when IsKeyOfItem(reader.CurrentDepth):
                _hasFeatures |= _objects == 1 && reader.ValueTextEquals(Geometry);
                break;
            case JsonTokenType.StartArray:
                _isArray.Push(true);
                if (++_arrays == 1)
                {
                    (_objects, _hasFeatures) = (0, false);
                }

                break;
            case JsonTokenType.StartObject:
                _objects += _arrays == 1 && _isArray.Peek() ? 1 : 0;
                _isArray.Push(false);
                break;
            case JsonTokenType.EndArray:
                _isArray.Pop();
                if (--_arrays == 0 && _objects > 0)
                {
                    _found++;
                    _largest = _objects > (_largest?.Objects ?? 0) ? new RecordArray([.. _keys.Take(reader.CurrentDepth)], _objects, _hasFeatures, 0) : _largest;
                }

                break;
            case JsonTokenType.EndObject:
                _isArray.Pop();
                break;
        }
    }

    private void SetKey(int depth, string key)
    {
        _keys.RemoveRange(depth, _keys.Count - depth);
        _keys.Add(key);
    }

    /// <summary>Whether a key stands in an item of the outermost array.</summary>
    private bool IsKeyOfItem(int depth) => _arrays == 1 && depth == _isArray.Count && _isArray.Skip(1).First();
}
