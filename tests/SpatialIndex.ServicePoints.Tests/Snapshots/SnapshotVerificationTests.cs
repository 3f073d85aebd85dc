using System.Buffers;
using System.Buffers.Binary;
using MessagePack;
using SpatialIndex.ServicePoints.Feeds;
using SpatialIndex.ServicePoints.Model;
using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.ServicePoints.Tests.Snapshots;

/// <summary>Snapshots whose checksums are right and whose content is not: opening a country or <c>verify</c> finds them.</summary>
public sealed class SnapshotVerificationTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [Theory]
    [InlineData("NL/tree")]
    [InlineData("NL/key_hashes")]
    [InlineData("NL/key_rows")]
    [InlineData("NL/record_offsets")]
    [InlineData("NL/records")]
    [InlineData("NL/tables")]
    public void Verify_SectionWithOtherContent_IsRefused(string section)
    {
        using Snapshot snapshot = Rewrite(section, static content =>
        {
            byte[] changed = content.ToArray();
            changed.AsSpan().Reverse();
            return changed;
        });

        Assert.Throws<SnapshotException>(snapshot.Verify);
    }

    [Theory]
    [InlineData(0, 0x01, "Header")]
    [InlineData(13, 0x01, "Header")]
    [InlineData(64, 0x01, "Nodes")]
    [InlineData(64 + 184 + 3, 0x80, "Nodes")]
    public void Verify_TreeWithAnotherByte_IsRefusedWithItsPart(int position, byte mask, string part)
    {
        using Snapshot snapshot = Rewrite("NL/tree", content => Flipped(content, position, mask));

        var exception = Assert.Throws<SnapshotException>(snapshot.Verify);

        Assert.Contains($"section \"NL/tree\": {part}", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_TreeWithAnotherExpiry_IsRefused()
    {
        // The last bytes before the padding are the latest expiry.
        using Snapshot snapshot = Rewrite("NL/tree", static content => Flipped(content, content.Span.LastIndexOfAnyExcept((byte)0), 0x01));

        Assert.Contains("expiry", Assert.Throws<SnapshotException>(snapshot.Verify).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 0, "points")]
    [InlineData(0, 1, "classes")]
    public void Open_TreeOfOtherSize_IsRefused(int morePoints, int moreClasses, string named)
    {
        using Snapshot snapshot = Rewrite("NL/tree", content =>
        {
            KdTree tree = KdTree.Open(content);
            var builder = new KdTreeBuilder(tree.ClassCount + moreClasses);
            for (int row = 0; row < tree.Count; row++)
            {
                builder.Add(tree.IdAt(row), tree.PointAt(row), tree.ClassAt(row), tree.ExpiryAt(row));
            }

            for (int i = 0; i < morePoints; i++)
            {
                builder.Add(-1 - i, default);
            }

            return builder.Build().Data.ToArray();
        });

        var exception = Assert.Throws<SnapshotException>(() => snapshot.Points().Count());

        Assert.Contains($"section \"NL/tree\": it does not agree with the tables on the number of {named}", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_CatalogueWithoutACarrierOfThePoints_IsRefused()
    {
        using Snapshot snapshot = Rewrite("carriers", static _ => Write(CarrierCatalogue.Empty));

        var exception = Assert.Throws<SnapshotException>(() => snapshot.Points().Count());

        Assert.Contains("section \"FJ/tables\": the carrier carrier0 of a class is not in the catalogue", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_UponACatalogueWithoutACarrierOfThePoints_IsRefused()
    {
        Rewrite("carriers", static _ => Write(CarrierCatalogue.Empty)).Dispose();
        string feed = _folder.Write("later.ndjson", TestPoints.ToNdjson([TestPoints.Simple("1")]));
        var options = new SnapshotBuildOptions { AsOf = TestPoints.AsOf, BasePath = _folder["changed.snapshot"] };

        Assert.Throws<SnapshotException>(() =>
            SnapshotBuilder.Build([new FeedInput(feed, FeedProfiles.Canonical)], options, _folder["built.snapshot"]));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    [InlineData(Carrier.MaxFreshnessDays + 1)]
    public void Open_FreshnessOutOfRange_IsRefused(int days)
    {
        byte[] sound = Write(CarrierCatalogue.Empty.With(new Carrier { Code = "carrier0", Name = "", FreshnessDays = 0x3039 }));
        int place = sound.AsSpan().IndexOf((ReadOnlySpan<byte>)[MessagePackCode.UInt16, 0x30, 0x39]);
        byte[] written = [MessagePackCode.Int32, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(written.AsSpan(1), days);

        var exception = Assert.Throws<SnapshotException>(() => Rewrite("carriers", _ => [.. sound[..place], .. written, .. sound[(place + 3)..]]));

        Assert.Contains("section \"carriers\": the days of freshness of a carrier", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_SectionThatBelongsNowhere_IsRefused()
    {
        using Snapshot snapshot = Rewrite("NL/more", static _ => [1, 2, 3]);

        Assert.Contains("sections", Assert.Throws<SnapshotException>(snapshot.Verify).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_NothingChanged_IsSound()
    {
        using Snapshot snapshot = Rewrite("NL/tree", static content => content.ToArray());

        snapshot.Verify();
    }

    public void Dispose() => _folder.Dispose();

    private static byte[] Flipped(ReadOnlyMemory<byte> content, int position, byte mask)
    {
        byte[] changed = content.ToArray();
        changed[position] ^= mask;
        return changed;
    }

    private static byte[] Write(CarrierCatalogue catalogue)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var writer = new MessagePackWriter(buffer);
        CarrierCatalogueCodec.Write(ref writer, catalogue);
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Writes a snapshot again with one section changed or added, and with checksums to match.</summary>
    private Snapshot Rewrite(string section, Func<ReadOnlyMemory<byte>, byte[]> change)
    {
        using Snapshot sound = TestPoints.BuildSnapshot(_folder, TestPoints.Random(300, seed: 31));
        var file = new SnapshotFileWriter();
        using (MappedFileLease lease = sound.Lease())
        {
            foreach (SnapshotSection known in sound.Header.Sections)
            {
                ReadOnlyMemory<byte> content = sound.Content(known.Name);
                file.Add(known.Name, known.Name == section ? change(content) : content.ToArray());
            }

            if (sound.Header.Sections.All(known => known.Name != section))
            {
                file.Add(section, change(default));
            }
        }

        using (FileStream stream = File.Create(_folder["changed.snapshot"]))
        {
            file.Write(stream, sound.Header);
        }

        return Snapshot.Open(_folder["changed.snapshot"]);
    }
}
