namespace SpatialIndex.Cli.Tests;

public sealed class WrittenFileTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public WrittenFileTests()
    {
        Directory.CreateDirectory(_folder["real"]);
        _folder.Write("real/file", "");
        File.CreateSymbolicLink(_folder["link"], "real/file");
        File.CreateSymbolicLink(_folder["link-to-link"], _folder["link"]);
        Directory.CreateSymbolicLink(_folder["folder-link"], "real");
        File.CreateSymbolicLink(_folder["link-by-folder-link"], _folder["folder-link/file"]);
    }

    [Theory]
    [InlineData("real/file")]
    [InlineData("real/../real/./file")]
    [InlineData("link")]
    [InlineData("link-to-link")]
    [InlineData("folder-link/file")]
    [InlineData("link-by-folder-link")]
    public void RefuseAmong_TheSameFileByAnyName_Throws(string name)
    {
        Assert.Throws<UsageException>(() => WrittenFile.RefuseAmong(_folder["real/file"], null, _folder["other"], _folder[name]));
        Assert.Throws<UsageException>(() => WrittenFile.RefuseAmong(_folder[name], _folder["real/file"]));
        Assert.Throws<UsageException>(() => WrittenFile.RefuseTwice(_folder[name], _folder["real/file"]));
    }

    [Theory]
    [InlineData("real/new", "folder-link/new")]
    [InlineData("new/new", "new/../new/new")]
    public void RefuseTwice_TheSameNewFile_Throws(string first, string second) =>
        Assert.Throws<UsageException>(() => WrittenFile.RefuseTwice(_folder[first], _folder[second]));

    [Fact]
    public void Refuse_OtherFiles_Passes()
    {
        WrittenFile.RefuseAmong(_folder["real/new"], null, _folder["real/file"], _folder["link"], _folder["new"]);
        WrittenFile.RefuseAmong(_folder["real/file"]);
        WrittenFile.RefuseTwice(_folder["real/new"], _folder["new"]);
    }

    public void Dispose() => _folder.Dispose();
}
