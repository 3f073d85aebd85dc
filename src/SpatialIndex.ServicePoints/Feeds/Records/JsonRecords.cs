using System.Text.Json;

namespace SpatialIndex.ServicePoints.Feeds.Records;

/// <summary>
/// Reads the objects of a JSON array, at the root or at a path, holding no more than one of them. The rest of the document
/// is read to its end, so that a file that was cut off is noticed.
/// </summary>
internal sealed class JsonRecords
{
    private readonly FeedBuffer _buffer;
    private readonly string _file;
    private readonly IReadOnlyList<string> _path;
    private JsonReaderState _state = new(new JsonReaderOptions { MaxDepth = FeedLimits.MaxJsonDepth });
    private long _number;

    private JsonRecords(Stream stream, string file, IReadOnlyList<string> path)
    {
        _buffer = new FeedBuffer(stream);
        _file = file;
        _path = path;
    }

    /// <summary>How far a step through the document came.</summary>
    private enum Step
    {
        Done,
        Ended,
        NeedsMore,
    }

    /// <param name="stream">The document in UTF-8.</param>
    /// <param name="file">The name of the file, for messages.</param>
    /// <param name="path">The keys that lead to the array; none when it is the root.</param>
    /// <exception cref="FeedException">The document is not JSON, has no array there or holds a record that is too large.</exception>
    public static IEnumerable<FeedRecord> Read(Stream stream, string file, IReadOnlyList<string> path)
    {
        var records = new JsonRecords(stream, file, path);
        records._buffer.SkipByteOrderMark();
        records.EnterArray();
        while (records.Next() is { } document)
        {
            using (document.Json)
            {
                yield return document.Damage is null
                    ? new JsonFeedRecord(document.Json.RootElement) { Number = records._number }
                    : new DamagedFeedRecord { Number = records._number, Damage = document.Damage };
            }
        }

        records.ReadToEnd();
    }

    private void EnterArray()
    {
        foreach (string key in _path)
        {
            Require(JsonTokenType.StartObject);
            while (true)
            {
                string? name = null;
                if (Run((ref reader) => Token(ref reader, out name)) == Step.Ended || name is null)
                {
                    throw Missing();
                }

                if (name == key)
                {
                    break;
                }

                Run(static (ref reader) => reader.TrySkip() ? Step.Done : Step.NeedsMore);
            }
        }

        Require(JsonTokenType.StartArray);

        static Step Token(ref Utf8JsonReader reader, out string? name)
        {
            name = null;
            if (!reader.Read())
            {
                return Step.NeedsMore;
            }

            name = reader.TokenType == JsonTokenType.PropertyName ? reader.GetString() : null;
            return Step.Done;
        }
    }

    private void Require(JsonTokenType expected)
    {
        JsonTokenType actual = JsonTokenType.None;
        Step step = Run((ref reader) =>
        {
            bool read = reader.Read();
            actual = reader.TokenType;
            return read ? Step.Done : Step.NeedsMore;
        });
        if (step == Step.Ended || actual != expected)
        {
            throw Missing();
        }
    }

    private FeedException Missing() => new(_path.Count == 0
        ? $"{_file}: the file is not a JSON array of records."
        : $"{_file}: there is no array of records at \"{string.Join('.', _path)}\".");

    private (JsonDocument Json, string? Damage)? Next()
    {
        JsonDocument? document = null;
        string? damage = null;
        _number++;
        Step step = Run((ref reader) =>
        {
            if (!reader.Read())
            {
                return Step.NeedsMore;
            }

            if (reader.TokenType == JsonTokenType.EndArray)
            {
                return Step.Ended;
            }

            long start = reader.TokenStartIndex;
            if (!JsonDocument.TryParseValue(ref reader, out document))
            {
                return Step.NeedsMore;
            }

            if (JsonText.Problem(_buffer.Unread[(int)start..(int)reader.BytesConsumed]) is { } problem)
            {
                damage = $"the record {problem}";
            }
            else if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                damage = "the record is not a JSON object";
            }

            return Step.Done;
        });
        return step == Step.Ended || document is null ? null : (document, damage);
    }

    private void ReadToEnd()
    {
        bool isRepeated = false;
        while (!isRepeated && Run((ref reader) =>
        {
            bool read = reader.Read();
            isRepeated = read && _path.Count > 0 && reader.TokenType == JsonTokenType.PropertyName
                && reader.CurrentDepth == _path.Count && reader.ValueTextEquals(_path[^1]);
            return read ? Step.Done : Step.NeedsMore;
        }) == Step.Done)
        {
        }

        if (isRepeated)
        {
            throw new FeedException($"{_file}: \"{string.Join('.', _path)}\" is given twice.");
        }
    }

    /// <summary>Runs a step on the unread bytes, and again with more of them for as long as it needs more.</summary>
    private Step Run(ReaderStep step)
    {
        while (true)
        {
            var reader = new Utf8JsonReader(_buffer.Unread, _buffer.IsComplete, _state);
            Step result;
            try
            {
                result = step(ref reader);
            }
            catch (JsonException exception)
            {
                throw new FeedException($"{_file}: not JSON at record {_number}, byte {_buffer.Position}: {JsonMessage.Of(exception)}.", exception);
            }
            catch (InvalidOperationException exception)
            {
                // The reader's word for a key that no string can hold.
                throw new FeedException($"{_file}: a key before byte {_buffer.Position + _buffer.Unread.Length} is not valid text.", exception);
            }

            if (result != Step.NeedsMore)
            {
                _buffer.Consume((int)reader.BytesConsumed);
                _state = reader.CurrentState;
                return result;
            }

            if (_buffer.IsComplete)
            {
                return Step.Ended;
            }

            if (_buffer.IsFull)
            {
                throw new FeedException(
                    $"{_file}: record {_number} at byte {_buffer.Position} is larger than {FeedLimits.MaxRecordMegabytes} MiB.");
            }

            _buffer.Fill();
        }
    }

    private delegate Step ReaderStep(ref Utf8JsonReader reader);
}
