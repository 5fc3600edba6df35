using System.Data.Common;
using LiteBooks.Data;
using LiteBooks.Tests.Support;
using Microsoft.Data.Sqlite;

namespace LiteBooks.Tests.Data;

[Trait("Category", "InProcess")]
public sealed class StatementCacheTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly CatalogueConnection _connection;

    public StatementCacheTests()
    {
        _connection = new CatalogueConnection(new SqliteConnectionStringBuilder { DataSource = _folder.File("a.db"), Pooling = false }.ToString());
        _connection.Open();
        _connection.Handle!.enable_sqlite3_next_stmt(true);
        Run("CREATE TABLE words (id INTEGER PRIMARY KEY, word TEXT)");
    }

    [Fact]
    public void A_statement_of_the_same_text_is_compiled_once()
    {
        var before = Compiled();
        for (var i = 0; i < 50; i++)
            Add(i, $"word {i}");

        Assert.Equal(before + 1, Compiled());
        Assert.Equal(50, Count());
    }

    [Fact]
    public void Each_run_has_its_own_values_and_none_of_the_run_before()
    {
        Add(1, "one");
        Add(2, null);
        Add(3, "three");

        Assert.Equal(["one", null, "three"], Words("SELECT word FROM words ORDER BY id"));
    }

    [Fact]
    public void Parameters_may_have_other_names_and_be_in_another_order()
    {
        const string sql = "SELECT @a || '-' || @b";
        Assert.Equal(["1-2"], Words(sql, ("a", "1"), ("b", "2")));
        Assert.Equal(["1-2"], Words(sql, ("b", "2"), ("a", "1")));
        Assert.Equal(["3-4"], Words(sql, ("a", "3"), ("b", "4")));
    }

    [Fact]
    public void Reading_on_behind_the_last_row_runs_nothing_again()
    {
        using DbCommand command = _connection.CreateCommand();
        command.CommandText = "INSERT INTO words (word) VALUES ('one') RETURNING id";
        using (var reader = command.ExecuteReader())
        {
            Assert.True(reader.Read());
            Assert.False(reader.Read());
            Assert.False(reader.Read());
        }

        Assert.Equal(1, Count());
    }

    [Fact]
    public void The_same_text_can_run_while_an_earlier_run_of_it_is_being_read()
    {
        Add(1, "one");
        Add(2, "two");
        const string sql = "SELECT word FROM words ORDER BY id";
        using DbCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        Assert.True(reader.Read());

        Assert.Equal(["one", "two"], Words(sql));

        Assert.True(reader.Read());
        Assert.Equal("two", reader.GetString(0));
    }

    [Fact]
    public void A_statement_that_failed_can_run_again()
    {
        Add(1, "one");
        Assert.Equal(19, Assert.Throws<SqliteException>(() => Add(1, "again")).SqliteErrorCode);
        Add(2, "two");

        Assert.Equal(2, Count());
    }

    [Fact]
    public void A_statement_follows_a_change_of_the_schema_by_another_connection()
    {
        Add(1, "one");
        Assert.Equal(["one"], Words("SELECT word FROM words"));
        using (var other = TestDatabase.Connect(_folder.File("a.db")))
            other.Run("ALTER TABLE words RENAME TO terms; CREATE VIEW words AS SELECT id, upper(word) AS word FROM terms");

        Assert.Equal(["ONE"], Words("SELECT word FROM words"));
    }

    [Fact]
    public void A_text_comes_back_as_it_was_empty_long_or_with_a_zero_in_it()
    {
        foreach (var text in new[] { "", "a\0b", "Ærø 😀", new string('ü', 5000) })
            Assert.Equal([text], Words("SELECT @a", ("a", text)));
    }

    [Fact]
    public void Numbers_bytes_and_nothing_have_the_types_that_they_were_given()
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "SELECT typeof(@whole), typeof(@flag), typeof(@real), typeof(@bytes), typeof(@nothing), @bytes, @whole";
        command.Parameters.AddWithValue("@whole", 7);
        command.Parameters.AddWithValue("@flag", true);
        command.Parameters.AddWithValue("@real", 0.5);
        command.Parameters.AddWithValue("@bytes", new byte[] { 1, 0, 2 });
        command.Parameters.AddWithValue("@nothing", DBNull.Value);
        using var reader = ((DbCommand)command).ExecuteReader();

        Assert.True(reader.Read());
        Assert.Equal(["integer", "integer", "real", "blob", "null"], Enumerable.Range(0, 5).Select(reader.GetString));
        Assert.Equal(new byte[] { 1, 0, 2 }, reader.GetValue(5));
        Assert.Equal(7, reader.GetInt32(6));
        Assert.False(reader.Read());
    }

    [Fact]
    public void A_whole_number_too_large_for_what_is_asked_is_an_error_and_not_another_number()
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "SELECT 2147483648";
        using var reader = ((DbCommand)command).ExecuteReader();

        Assert.True(reader.Read());
        Assert.Equal(2147483648, reader.GetInt64(0));
        Assert.Throws<OverflowException>(() => reader.GetInt32(0));
    }

    [Fact]
    public void A_parameter_without_a_value_is_an_error_and_the_statement_can_run_again()
    {
        Assert.Contains("b", Assert.Throws<InvalidOperationException>(() => Words("SELECT @a || @b", ("a", "1"))).Message, StringComparison.Ordinal);

        Assert.Equal(["12"], Words("SELECT @a || @b", ("a", "1"), ("b", "2")));
    }

    [Fact]
    public void Several_statements_in_one_text_all_run()
    {
        Run("INSERT INTO words (word) VALUES ('one'); INSERT INTO words (word) VALUES ('two')");

        Assert.Equal(2, Count());
    }

    [Fact]
    public void However_many_texts_there_are_few_are_kept()
    {
        for (var i = 0; i < 1000; i++)
            Assert.Equal([$"{i}"], Words($"SELECT '{i}'"));

        Assert.InRange(Compiled(), 1, 200);
    }

    public void Dispose()
    {
        _connection.Dispose();
        _folder.Dispose();
    }

    private void Run(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private void Add(int id, string? word)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "INSERT INTO words (id, word) VALUES (@id, @word)";
        command.Parameters.AddWithValue("@id", id);
        command.Parameters.AddWithValue("@word", (object?)word ?? DBNull.Value);
        command.ExecuteNonQuery();
    }

    private long Count() => long.Parse(Words("SELECT COUNT(*) FROM words")[0]!, System.Globalization.CultureInfo.InvariantCulture);

    private List<string?> Words(string sql, params (string Name, string Value)[] values)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
            command.Parameters.AddWithValue("@" + name, value);
        // As the Dapper calls do it.
        using var reader = ((DbCommand)command).ExecuteReader();
        var words = new List<string?>();
        while (reader.Read())
            words.Add(reader.IsDBNull(0) ? null : reader.GetString(0));
        return words;
    }

    // SQLite lists the statements of a connection that are not finalized (sqlite.org/c3ref/next_stmt.html).
    private int Compiled()
    {
        var count = 0;
        for (var statement = SQLitePCL.raw.sqlite3_next_stmt(_connection.Handle, null); statement is not null; statement = SQLitePCL.raw.sqlite3_next_stmt(_connection.Handle, statement))
            count++;
        return count;
    }
}
