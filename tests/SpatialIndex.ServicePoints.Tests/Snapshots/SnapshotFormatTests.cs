using MessagePack;
using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.ServicePoints.Tests.Snapshots;

/// <summary>The file as other tools see it.</summary>
public class SnapshotFormatTests
{
    [Fact]
    public void File_IsOneMessagePackValueFromEndToEnd()
    {
        using var folder = new TestFolder();
        TestPoints.BuildSnapshot(folder, TestPoints.Random(300, seed: 4)).Dispose();

        var reader = new MessagePackReader(File.ReadAllBytes(folder["points.snapshot"]));
        reader.Skip();

        Assert.True(reader.End);
    }

    [Fact]
    public void Sections_InOrder_AreWhereTheHeaderSays()
    {
        using var folder = new TestFolder();
        using Snapshot snapshot = TestPoints.BuildSnapshot(folder, TestPoints.Random(300, seed: 4));
        byte[] file = File.ReadAllBytes(folder["points.snapshot"]);

        var reader = new MessagePackReader(file);
        Assert.Equal(snapshot.Header.Sections.Count + 5, reader.ReadArrayHeader());
        Assert.Equal("SPATIALINDEX-SNAPSHOT", reader.ReadString());
        Assert.Equal(4, reader.ReadInt32());
        reader.ReadUInt32();
        reader.Skip();
        reader.ReadUInt32();
        foreach (SnapshotSection section in snapshot.Header.Sections)
        {
            Assert.Equal(3, reader.ReadArrayHeader());
            Assert.Equal(section.Name, reader.ReadString());
            reader.Skip();
            bool isColumn = reader.NextMessagePackType == MessagePackType.Binary;
            long end = reader.Consumed + (isColumn ? 5 : 0) + section.Length;
            Assert.Equal(section.Offset, end - section.Length);
            Assert.True(!isColumn || section.Offset % 64 == 0, $"{section.Name} is not aligned");
            Assert.Equal(section.Checksum, Crc32C.Compute(file.AsSpan((int)section.Offset, (int)section.Length)));
            reader.Skip();
            Assert.Equal(end, reader.Consumed);
        }
    }
}
