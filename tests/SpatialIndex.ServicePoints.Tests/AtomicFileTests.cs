namespace SpatialIndex.ServicePoints.Tests;

public sealed class AtomicFileTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [Fact]
    public void Write_Succeeding_ReplacesTheFileAndLeavesNothingElse()
    {
        string target = _folder.Write("target", "old");

        AtomicFile.Write(target, static stream => stream.Write("new"u8));

        Assert.Equal("new", File.ReadAllText(target));
        Assert.Single(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Write_Failing_LeavesTheOldFileAndNothingElse()
    {
        string target = _folder.Write("target", "old");

        Assert.Throws<InvalidOperationException>(() => AtomicFile.Write(target, static stream =>
        {
            stream.Write(new byte[100_000]);
            throw new InvalidOperationException();
        }));

        Assert.Equal("old", File.ReadAllText(target));
        Assert.Single(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Write_DiskBecomesFull_SaysSoAndLeavesTheOldFileAndNothingElse()
    {
        string target = _folder.Write("target", "old");

        var exception = Assert.Throws<IOException>(() => AtomicFile.Write(target, static stream =>
        {
            stream.Write(new byte[3_000_000]);
            throw new IOException("No space left on device");
        }));

        Assert.Contains("No space left", exception.Message, StringComparison.Ordinal);
        Assert.Equal("old", File.ReadAllText(target));
        Assert.Single(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Write_TwoAtOnce_GivesTheOneThatEndsLastWhole()
    {
        string target = _folder["target"];

        AtomicFile.Write(target, outer =>
        {
            outer.Write("outer "u8);
            AtomicFile.Write(target, static inner => inner.Write("inner, the longer one"u8));
            Assert.Equal("inner, the longer one", File.ReadAllText(target));
            outer.Write("whole"u8);
        });

        Assert.Equal("outer whole", File.ReadAllText(target));
        Assert.Single(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Write_AfterAProcessThatWasKilled_RemovesWhatItLeftAndNothingElse()
    {
        string target = _folder["target"];
        _folder.Write($".target.{Guid.NewGuid():N}.tmp", "half");
        string[] others = [_folder.Write($".other.{Guid.NewGuid():N}.tmp", "half"), _folder.Write(".target.mine.tmp", "mine")];

        AtomicFile.Write(target, static stream => stream.Write("new"u8));

        Assert.Equal([.. others.Append(target).Order(StringComparer.Ordinal)], Directory.GetFiles(_folder.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Write_WhileTheOldFileIsRead_DoesNotDisturbTheReader()
    {
        string target = _folder.Write("target", "old");
        using var reader = new FileStream(target, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);

        AtomicFile.Write(target, static stream => stream.Write("new"u8));

        Assert.Equal("old", new StreamReader(reader).ReadToEnd());
    }

    [Fact]
    public void Write_OntoAFolderOrIntoNone_Throws()
    {
        Assert.ThrowsAny<IOException>(() => AtomicFile.Write(_folder.Path, static _ => { }));
        Assert.ThrowsAny<IOException>(() => AtomicFile.Write(_folder["none/target"], static _ => { }));
    }

    public void Dispose() => _folder.Dispose();
}
