using System.Diagnostics;
using System.Globalization;
using System.Text;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Cli;

/// <summary>A catalogue without books is filled another way than one that is in use: what comes of it must be the same.</summary>
public sealed class ImportIntoEmptyCatalogueTests : IDisposable
{
    // All that both ways fill, apart from times.
    private static readonly string[] Contents =
    [
        "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name",
        "SELECT id, title, title_folded, author_id, author_name, author_folded, isbn, isbn_key, genre, genre_key, published_year, price_cents, status, page_count, stock_quantity, tags, description, updated_at IS NULL, version FROM books ORDER BY id",
        "SELECT id, name, name_key, name_folded, book_count, version FROM authors ORDER BY id",
        "SELECT tag, book_id FROM book_tags ORDER BY tag, book_id",
        "SELECT genre_key, status, books FROM book_totals WHERE books > 0 ORDER BY genre_key, status",
        "SELECT term, doc, cnt FROM title_terms ORDER BY term",
        "SELECT term, doc, cnt FROM author_terms ORDER BY term",
        "SELECT id, user_id, username, action, resource, resource_id, json_remove(before, '$.created_at', '$.updated_at'), json_remove(after, '$.created_at', '$.updated_at'), request_id FROM audit ORDER BY id",
        "SELECT name, seq FROM sqlite_sequence ORDER BY name",
        "SELECT * FROM pragma_integrity_check UNION ALL SELECT \"table\" FROM pragma_foreign_key_check",
    ];

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Everything_is_as_if_the_books_had_come_one_by_one()
    {
        File.WriteAllText(_folder.File("in.csv"), Books(1500));
        CommandRun.Of(_folder, "import", "in.csv", "--database", "loaded.db").ShouldExit(0);
        // A load cannot stop in its midst, so this one is stored batch by batch.
        CommandRun.Of(_folder, "import", "in.csv", "--database", "stored.db", "--on-duplicate", "fail").ShouldExit(0);

        Assert.Equal(1500, Rows("loaded.db", "SELECT id FROM books").Count);
        Assert.All(Contents, sql => Assert.Equal(Rows("stored.db", sql), Rows("loaded.db", sql)));
        using var loaded = TestDatabase.Connect(_folder.File("loaded.db"));
        loaded.Run("INSERT INTO title_search (title_search) VALUES ('integrity-check')");
    }

    [Theory]
    [InlineData("skip")]
    [InlineData("update")]
    public void Duplicates_become_what_they_would_beside_others(string onDuplicate)
    {
        File.WriteAllText(_folder.File("none.csv"), "title,author,isbn,price\n");
        File.WriteAllText(_folder.File("in.csv"), WithDuplicates(Books(1500)));
        CommandRun.Of(_folder, "import", "none.csv", "--database", "stored.db").ShouldExit(0);
        CommandRun stored;
        using (var other = TestDatabase.Connect(_folder.File("stored.db")))
        {
            other.Run("PRAGMA journal_mode = WAL");
            Assert.Empty(other.Rows("SELECT id FROM books"));
            stored = CommandRun.Of(_folder, "import", "in.csv", "--database", "stored.db", "--on-duplicate", onDuplicate, "--report", "rejected.csv");
            Assert.Equal(["wal"], other.Rows("PRAGMA journal_mode"));
        }
        var rejected = File.ReadAllText(_folder.File("rejected.csv"));
        var loaded = CommandRun.Of(_folder, "import", "in.csv", "--database", "loaded.db", "--on-duplicate", onDuplicate, "--report", "rejected.csv");

        Assert.Equal(["delete"], Rows("loaded.db", "PRAGMA journal_mode"));
        Assert.Equal((stored.ExitCode, stored.Output), (loaded.ExitCode, loaded.Output));
        Assert.Equal(rejected, File.ReadAllText(_folder.File("rejected.csv")));
        Assert.All(Contents, sql => Assert.Equal(Rows("stored.db", sql), Rows("loaded.db", sql)));
        Assert.Equal(onDuplicate == "update", Rows("loaded.db", "SELECT id FROM audit WHERE action = 'update'").Count > 100);
    }

    [Fact]
    public void Authors_that_are_there_already_are_kept_and_found()
    {
        File.WriteAllText(_folder.File("one.csv"), $"title,author,isbn,price\nEmma,Jane Austen,{TestIsbn.Next()},1\n");
        CommandRun.Of(_folder, "import", "one.csv").ShouldExit(0);
        using (var database = TestDatabase.Connect(_folder.File("litebooks.db")))
            database.Run("DELETE FROM books");
        File.WriteAllText(_folder.File("two.csv"), $"title,author,isbn,price\nEmma,Jane Austen,{TestIsbn.Next()},1\nUlysses,James Joyce,{TestIsbn.Next()},1\n");
        CommandRun.Of(_folder, "import", "two.csv").ShouldExit(0);

        Assert.Equal(["1|Jane Austen|1", "2|James Joyce|1"], Rows("litebooks.db", "SELECT id, name, book_count FROM authors ORDER BY id"));
        Assert.Equal(["1"], Rows("litebooks.db", "SELECT rowid FROM author_search WHERE author_search MATCH '\"aust\"'"));
        Assert.Equal(["2"], Rows("litebooks.db", "SELECT rowid FROM author_search WHERE author_search MATCH '\"joyc\"'"));
    }

    [SkippableFact]
    public async Task A_kill_leaves_the_catalogue_as_it_was()
    {
        Skip.If(OperatingSystem.IsWindows(), "There is no signal to kill with on Windows.");
        File.WriteAllText(_folder.File("in.csv"), Books(60_000));
        using var process = CommandRun.Start(_folder, "import", "in.csv");
        Assert.Equal("in.csv: 50 %", await LineFrom(process, "in.csv: 50 %"));
        process.Kill();
        await process.WaitForExitAsync();

        Assert.Empty(Rows("litebooks.db", "SELECT id FROM books"));
        Assert.Equal(["ok"], Rows("litebooks.db", "PRAGMA integrity_check"));
        TestDatabase.Open(_folder.File("litebooks.db")).Dispose();
        Assert.Empty(Directory.GetFiles(_folder.Path, "*.partial"));
        Assert.Contains("60000 added", CommandRun.Of(_folder, "import", "in.csv").ShouldExit(0).Output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder.Path, "*.partial"));
    }

    private static async Task<string?> LineFrom(Process process, string expected)
    {
        while (await process.StandardError.ReadLineAsync() is { } line)
        {
            if (line == expected)
                return line;
        }
        return null;
    }

    private static string Books(int count)
    {
        var random = new Random(20261128);
        var csv = new StringBuilder("title,author,isbn,price,genre,year,status,tags\n");
        for (var i = 0; i < count; i++)
        {
            csv.Append(CultureInfo.InvariantCulture, $"Búch {i % 97} {random.Next(40)},Author {random.Next(count / 3)},{TestIsbn.Next()},{random.Next(1, 99)}.5,");
            csv.Append(random.Next(3) switch { 0 => "", 1 => "Novel", _ => "travel" }).Append(',').Append(random.Next(2) == 0 ? "" : "1987").Append(',');
            csv.Append(random.Next(2) == 0 ? "" : "reserved").Append(',').Append(random.Next(2) == 0 ? "" : "b|a|B").Append('\n');
        }
        return csv.ToString();
    }

    // After each third book an earlier one once more, far behind it or close, as another row has it and with its author written otherwise; every other time
    // as it was.
    private static string WithDuplicates(string books)
    {
        var random = new Random(20261129);
        var lines = books.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var csv = new StringBuilder(lines[0]).Append('\n');
        for (var i = 1; i < lines.Length; i++)
        {
            csv.Append(lines[i]).Append('\n');
            if (i % 3 != 0)
                continue;
            var earlier = lines[random.Next(2) == 0 ? random.Next(1, i + 1) : Math.Max(1, i - 5)].Split(',');
            var said = random.Next(2) == 0 ? earlier : lines[random.Next(1, lines.Length)].Split(',');
            csv.AppendJoin(',', said[0], said[1].ToUpperInvariant(), earlier[2], said[3], said[4], said[5], said[6], said[7]).Append('\n');
        }
        return csv.ToString();
    }

    private IReadOnlyList<string> Rows(string file, string sql)
    {
        using var database = TestDatabase.Connect(_folder.File(file));
        return database.Rows(sql);
    }
}
