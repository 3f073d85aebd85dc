using System.Buffers;

namespace SpatialIndex.ServicePoints.Feeds.Records;

/// <summary>Lines of an NDJSON file, a few hundred or fewer where they are long, in memory that is lent until the batch is disposed.</summary>
internal sealed class NdjsonBatch : IDisposable
{
    private const int MaxLines = 256;
    private const int UsualBytes = 1 << 19;

    private readonly List<NdjsonLine> _lines = new(MaxLines);
    private readonly byte[] _bytes;
    private int _length;

    private NdjsonBatch(int capacity) => _bytes = ArrayPool<byte>.Shared.Rent(capacity);

    /// <summary>The lines, valid until the batch is disposed.</summary>
    public IReadOnlyList<NdjsonLine> Lines => _lines;

    /// <summary>Gathers lines, each of which is valid until the next is read.</summary>
    public static IEnumerable<NdjsonBatch> Of(IEnumerable<NdjsonLine> lines)
    {
        NdjsonBatch? batch = null;
        foreach (NdjsonLine line in lines)
        {
            int length = line.Text?.Length ?? 0;
            if (batch is not null && !batch.HasRoomFor(length))
            {
                yield return batch;
                batch = null;
            }

            batch ??= new NdjsonBatch(Math.Max(UsualBytes, length));
            batch.Add(line);
        }

        if (batch is not null)
        {
            yield return batch;
        }
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(_bytes);

    private bool HasRoomFor(int length) => _lines.Count < MaxLines && _length + length <= _bytes.Length;

    private void Add(NdjsonLine line)
    {
        if (line.Text is not { } text)
        {
            _lines.Add(line);
            return;
        }

        Memory<byte> copy = _bytes.AsMemory(_length, text.Length);
        text.CopyTo(copy);
        _length += text.Length;
        _lines.Add(line with { Text = copy });
    }
}
