using DbUp.Engine;
using LiteBooks.Data;
using LiteBooks.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace LiteBooks.Tests.Data;

[Trait("Category", "InProcess")]
public sealed class MigratorTests : IDisposable
{
    private static readonly SqlScript First = new("0001_first.sql", "CREATE TABLE first (id INTEGER PRIMARY KEY, text TEXT); INSERT INTO first (text) VALUES ('made by the migration');");
    private static readonly SqlScript Second = new("0002_second.sql", "CREATE TABLE second (id INTEGER PRIMARY KEY); UPDATE first SET text = text || ', changed';");
    private static readonly SqlScript Broken = new("0003_broken.sql", "CREATE TABLE third (id INTEGER PRIMARY KEY); DELETE FROM first; INSERT INTO nowhere VALUES (1);");

    private readonly TempFolder _folder = new();

    private string File => _folder.File("books.db");

    private IReadOnlyList<string> Copies => Directory.GetFiles(_folder.Path, "*.bak");

    [Fact]
    public void A_new_database_gets_every_migration_in_order_and_needs_no_copy()
    {
        Migrate(First, Second);

        Assert.Equal(["made by the migration, changed"], Rows("SELECT text FROM first"));
        Assert.Equal(["0001_first.sql", "0002_second.sql"], Rows("SELECT ScriptName FROM SchemaVersions ORDER BY SchemaVersionID"));
        Assert.Empty(Copies);
    }

    [Fact]
    public void A_second_start_does_nothing()
    {
        Migrate(First, Second);
        var (content, bytes) = (Content(), System.IO.File.ReadAllBytes(File));

        Migrate(First, Second);

        Assert.Equal(content, Content());
        Assert.Equal(bytes, System.IO.File.ReadAllBytes(File));
        Assert.Empty(Copies);
    }

    [Fact]
    public void An_existing_database_is_copied_before_it_is_migrated()
    {
        Migrate(First);
        Run("INSERT INTO first (text) VALUES ('mine')");
        var before = Content();

        Migrate(First, Second);

        var copy = Assert.Single(Copies);
        Assert.Equal(before, Content(copy));
        Assert.Equal(["ok"], Rows("PRAGMA integrity_check", copy));
        Assert.Equal(["made by the migration, changed", "mine, changed"], Rows("SELECT text FROM first ORDER BY id"));
    }

    [Fact]
    public void The_copy_holds_what_was_still_in_the_write_ahead_log()
    {
        Migrate(First);
        using var open = TestDatabase.Connect(File);
        open.Run("PRAGMA journal_mode = WAL");
        open.Run("INSERT INTO first (text) VALUES ('only in the log')");

        Migrate(First, Second);

        Assert.Contains("only in the log", Rows("SELECT text FROM first", Assert.Single(Copies)));
    }

    [Fact]
    public void A_failing_migration_leaves_an_existing_database_as_it_was()
    {
        Migrate(First, Second);
        Run("INSERT INTO first (text) VALUES ('mine')");
        var before = Content();

        ShouldFail("0003_broken.sql", First, Second, Broken);

        Assert.Equal(before, Content());
    }

    [Fact]
    public void A_failing_migration_takes_back_those_before_it_in_the_same_run()
    {
        Migrate(First);
        Run("INSERT INTO first (text) VALUES ('mine')");
        var before = Content();

        ShouldFail("0003_broken.sql", First, Second, Broken);

        Assert.Equal(before, Content());
        Assert.Equal(["ok"], Rows("PRAGMA integrity_check"));
    }

    [Fact]
    public void A_failing_migration_leaves_a_new_database_empty()
    {
        ShouldFail("0003_broken.sql", First, Second, Broken);

        Assert.Empty(Content());
    }

    [Fact]
    public void After_a_failed_migration_a_mended_one_goes_through()
    {
        Migrate(First);
        ShouldFail("0003_broken.sql", First, Second, Broken);

        Migrate(First, Second, new SqlScript(Broken.Name, "CREATE TABLE third (id INTEGER PRIMARY KEY);"));

        Assert.Equal(["made by the migration, changed"], Rows("SELECT text FROM first"));
        Assert.Equal(["0"], Rows("SELECT COUNT(*) FROM third"));
    }

    [Fact]
    public void A_database_of_a_newer_program_is_refused_and_not_touched()
    {
        Migrate(First, Second);
        var before = System.IO.File.ReadAllBytes(File);

        ShouldFail("0002_second.sql", First);

        Assert.Equal(before, System.IO.File.ReadAllBytes(File));
    }

    [Fact]
    public void A_database_of_another_program_is_refused_and_not_touched()
    {
        Run("CREATE TABLE songs (id INTEGER PRIMARY KEY)");
        var before = System.IO.File.ReadAllBytes(File);

        ShouldFail("not a LiteBooks catalogue", First);

        Assert.Equal(before, System.IO.File.ReadAllBytes(File));
    }

    [Fact]
    public void Another_program_s_database_is_refused_even_if_it_has_the_journal_of_the_same_tool()
    {
        Run("CREATE TABLE SchemaVersions (SchemaVersionID INTEGER PRIMARY KEY, ScriptName TEXT, Applied DATETIME)");
        Run("CREATE TABLE songs (id INTEGER PRIMARY KEY)");
        var before = System.IO.File.ReadAllBytes(File);

        ShouldFail("not a LiteBooks catalogue", First, Broken);

        Assert.Equal(before, System.IO.File.ReadAllBytes(File));
    }

    [Theory]
    [InlineData("This is a letter to my aunt, and no database at all. It is long enough to have a header.")]
    [InlineData("short")]
    public void A_file_that_is_no_database_is_refused_and_not_touched(string text)
    {
        System.IO.File.WriteAllText(File, text);

        ShouldFail("not an SQLite database", First);

        Assert.Equal(text, System.IO.File.ReadAllText(File));
    }

    [Fact]
    public void A_database_that_is_cut_off_is_refused_and_not_touched()
    {
        Migrate([.. Migrations.Embedded]);
        System.IO.File.WriteAllBytes(File, System.IO.File.ReadAllBytes(File)[..5000]);
        var before = System.IO.File.ReadAllBytes(File);

        ShouldFail(File, First);

        Assert.Equal(before, System.IO.File.ReadAllBytes(File));
    }

    [Fact]
    public void A_database_in_a_folder_that_is_not_there_is_refused_by_its_path()
    {
        var file = _folder.File("none/books.db");

        var exception = Assert.Throws<CannotStartException>(() => Migrator(file, First).Migrate());

        Assert.Contains(file, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', exception.Message);
    }

    [Fact]
    public void A_folder_in_place_of_the_database_is_refused()
    {
        Directory.CreateDirectory(File);

        ShouldFail("cannot be opened", First);
    }

    [Fact]
    public void Books_that_were_stored_before_get_what_is_kept_of_them_since()
    {
        Migrate([.. Migrations.Embedded.TakeWhile(migration => !migration.Name.StartsWith("0016", StringComparison.Ordinal))]);
        Run("INSERT INTO authors (id, name, name_key, name_folded, created_at) VALUES (1, 'Ada', 'ada', 'ada', 0), (2, 'Éva', 'éva', 'eva', 0)");
        Run("""
            INSERT INTO books (title, title_folded, author_id, author_folded, isbn, isbn_key, genre_key, price_cents, created_at)
            VALUES ('One', 'one', 2, 'eva', '1', 1, 'novel', 1, 0), ('Two', 'two', 1, 'ada', '2', 2, 'novel', 1, 0), ('Three', 'three', 2, 'eva', '3', 3, NULL, 1, 0)
            """);

        Migrate([.. Migrations.Embedded]);

        Assert.Equal(["One|Éva", "Two|Ada", "Three|Éva"], Rows("SELECT title || '|' || author_name FROM books ORDER BY id"));
        Assert.Equal(["|1", "novel|2"], Rows("SELECT genre_key || '|' || books FROM book_totals ORDER BY genre_key"));
        Assert.Equal(["1", "1", "1"], Rows("SELECT version FROM books"));
    }

    [Fact]
    public void The_embedded_migrations_are_numbered_without_a_gap()
    {
        var names = Migrations.Embedded.Select(migration => migration.Name).ToList();

        Assert.NotEmpty(names);
        Assert.All(names.Index(), name => Assert.Matches($"^{name.Index + 1:0000}_[a-z_]+\\.sql$", name.Item));
    }

    public void Dispose() => _folder.Dispose();

    private void ShouldFail(string said, params SqlScript[] migrations)
    {
        var exception = Assert.Throws<CannotStartException>(() => Migrate(migrations));

        Assert.Contains(said, exception.Message, StringComparison.Ordinal);
        Assert.Contains(File, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', exception.Message);
    }

    private void Migrate(params SqlScript[] migrations) => Migrator(File, migrations).Migrate();

    private static Migrator Migrator(string file, params SqlScript[] migrations) =>
        new(new Connections(TestSettings.ForDatabase(file)), migrations, NullLogger<Migrator>.Instance);

    private void Run(string sql)
    {
        using var connection = TestDatabase.Connect(File);
        connection.Run(sql);
    }

    private IReadOnlyList<string> Rows(string sql, string? file = null)
    {
        using var connection = TestDatabase.Connect(file ?? File);
        return connection.Rows(sql);
    }

    private IReadOnlyList<string> Content(string? file = null)
    {
        using var connection = TestDatabase.Connect(file ?? File);
        return connection.Content();
    }
}
