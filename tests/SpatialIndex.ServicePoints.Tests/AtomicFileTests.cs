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
    public void Write_OntoAFolderOrIntoNone_Throws()
    {
        Assert.ThrowsAny<IOException>(() => AtomicFile.Write(_folder.Path, static _ => { }));
        Assert.ThrowsAny<IOException>(() => AtomicFile.Write(_folder["none/target"], static _ => { }));
    }

    public void Dispose() => _folder.Dispose();
}
