using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Cli;

public sealed class ExportTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_exported_and_imported_is_exported_again_byte_for_byte()
    {
        File.WriteAllText(_folder.File("in.csv"), """"
            title,author,isbn,price,year,genre,description,tags,status,page_count
            "Comma, ""quote""",O'Neil,9780141439587,1.10,1815,épic,"  two
            lines	and a tab ","[""a,b"",""c""]",reserved,12
            =SUM(A1),@x,0306406152,10000.00,,,,"[x];y|z",archived,
            😀 emoji,山田,9790000000001,0.01,1000,,-1,,,
            """");
        CommandRun.Of(_folder, "import", "in.csv", "--delimiter", ",").ShouldExit(1);
        CommandRun.Of(_folder, "export", "first.csv").ShouldExit(0);
        CommandRun.Of(_folder, "import", "first.csv", "--database", "second.db").ShouldExit(0);
        CommandRun.Of(_folder, "export", "second.csv", "--database", "second.db").ShouldExit(0);
        Assert.Equal(File.ReadAllBytes(_folder.File("first.csv")), File.ReadAllBytes(_folder.File("second.csv")));
        Assert.Contains("two", File.ReadAllText(_folder.File("first.csv")), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_file_it_goes_to_standard_output()
    {
        TestDatabase.CopyTo(_folder.File("litebooks.db"));
        Assert.Equal("title,author_name,isbn,genre,published_year,price,description,tags,status,page_count\r\n", CommandRun.Of(_folder, "export").ShouldExit(0).Output);
    }

    [Fact]
    public void An_export_that_cannot_take_its_name_leaves_nothing_behind()
    {
        TestDatabase.CopyTo(_folder.File("litebooks.db"));
        Directory.CreateDirectory(_folder.File("taken.csv"));
        CommandRun.Of(_folder, "export", "taken.csv").ShouldBeRefused("taken.csv");
        Assert.DoesNotContain(Directory.GetFiles(_folder.Path), file => file.EndsWith(".partial", StringComparison.Ordinal));
    }

    [Fact]
    public void A_missing_database_is_refused_and_not_made()
    {
        CommandRun.Of(_folder, "export").ShouldBeRefused("There is no database");
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }
}
