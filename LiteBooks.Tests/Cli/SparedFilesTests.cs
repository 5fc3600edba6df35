using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Cli;

/// <summary>What a command writes takes the place of nothing that it reads or that the database needs.</summary>
public sealed class SparedFilesTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public SparedFilesTests()
    {
        TestDatabase.CopyTo(_folder.File("litebooks.db"));
        File.WriteAllText(_folder.File("in.csv"), $"title,author,isbn,price\nEmma,Jane Austen,{TestIsbn.Next()},1\n");
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("litebooks.db")]
    [InlineData("./litebooks.db")]
    [InlineData("litebooks.db-wal")]
    [InlineData("litebooks.db.key")]
    [InlineData("litebooks.db.lock")]
    public void The_files_of_the_database_are_spared(string target)
    {
        var before = Files();

        CommandRun.Of(_folder, "export", target).ShouldBeRefused("belongs to the database itself");
        CommandRun.Of(_folder, "import", "in.csv", "--report", target).ShouldBeRefused("belongs to the database itself");
        CommandRun.Of(_folder, "backup", target, "--force").ShouldBeRefused("belongs to the database itself");

        Assert.Equal(before, Files());
    }

    [Fact]
    public void The_database_is_known_by_another_name()
    {
        if (OperatingSystem.IsWindows())
            return;
        File.CreateSymbolicLink(_folder.File("link.db"), _folder.File("litebooks.db"));

        CommandRun.Of(_folder, "export", "link.db").ShouldBeRefused("belongs to the database itself");
        CommandRun.Of(_folder, "export", "litebooks.db", "--database", "link.db").ShouldBeRefused("belongs to the database itself");
        CommandRun.Of(_folder, "import", "in.csv", "--report", "link.db").ShouldBeRefused("belongs to the database itself");
    }

    [Theory]
    [InlineData("in.csv")]
    [InlineData("./in.csv")]
    public void The_imported_file_is_spared_by_the_report(string report)
    {
        var before = Files();

        CommandRun.Of(_folder, "import", "in.csv", "--report", report).ShouldBeRefused("is the file that is to be imported");

        Assert.Equal(before, Files());
    }

    private List<(string File, string Content)> Files() =>
        [.. Directory.GetFiles(_folder.Path).Order(StringComparer.Ordinal).Select(file => (file, Convert.ToHexString(File.ReadAllBytes(file))))];
}
