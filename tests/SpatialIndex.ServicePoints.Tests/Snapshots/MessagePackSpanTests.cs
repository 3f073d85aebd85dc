using System.Buffers;
using MessagePack;
using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.ServicePoints.Tests.Snapshots;

public sealed class MessagePackSpanTests
{
    private delegate void WriteItem(ref MessagePackWriter writer);

    [Theory]
    [InlineData(0)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(int.MaxValue)]
    public void ReadInteger_OfAnyWidth_IsWhatWasWritten(int value)
    {
        var reader = new MessagePackSpan(Written((ref MessagePackWriter writer) => writer.Write(value)));

        Assert.Equal(value, reader.ReadInteger());
        Assert.True(reader.Rest.IsEmpty);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    public void ReadText_OfAnyLength_IsWhatWasWritten(int length)
    {
        byte[] text = [.. Enumerable.Range(0, length).Select(static i => (byte)('a' + (i % 26)))];
        var reader = new MessagePackSpan(Written((ref MessagePackWriter writer) => writer.WriteString(text)));

        Assert.Equal(text, reader.ReadText());
        Assert.True(reader.Rest.IsEmpty);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(65_535)]
    public void ReadArrayHead_OfAnyLength_IsWhatWasWritten(int count)
    {
        var reader = new MessagePackSpan(Written((ref MessagePackWriter writer) => writer.WriteArrayHeader(count)));

        Assert.Equal(count, reader.ReadArrayHead());
        Assert.True(reader.Rest.IsEmpty);
    }

    [Fact]
    public void Read_AnotherKind_IsDamage()
    {
        byte[] nil = Written(static (ref MessagePackWriter writer) => writer.WriteNil());

        Assert.Throws<InvalidDataException>(() => new MessagePackSpan(nil).ReadInteger());
        Assert.Throws<InvalidDataException>(() => new MessagePackSpan(nil).ReadText().Length);
        Assert.Throws<InvalidDataException>(() => new MessagePackSpan(nil).ReadArrayHead());
    }

    [Fact]
    public void ReadText_ThatIsCutOff_IsDamage()
    {
        byte[] text = Written(static (ref MessagePackWriter writer) => writer.WriteString(new byte[300]));

        Exception thrown = Assert.ThrowsAny<Exception>(() => new MessagePackSpan(text.AsSpan(0, 200)).ReadText().Length);

        Assert.True(SnapshotDamage.IsDamage(thrown));
    }

    private static byte[] Written(WriteItem write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var writer = new MessagePackWriter(buffer);
        write(ref writer);
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }
}
