using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Data;

/// <summary>What the promises of the data room rest on, asserted through both doors.</summary>
[Trait("Category", "InProcess")]
public sealed class PragmaTests : DatabaseTest
{
    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", "2")]
    [InlineData("foreign_keys", "1")]
    [InlineData("busy_timeout", "1000")]
    [InlineData("query_only", "0")]
    [InlineData("trusted_schema", "0")]
    [InlineData("temp_store", "2")]
    [InlineData("cell_size_check", "1")]
    public async Task The_writer_is_set_up(string pragma, string value)
    {
        var found = await Database.Write<string>(connection => connection.Rows("PRAGMA " + pragma).Single());

        Assert.Equal(value, found.Value);
    }

    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("foreign_keys", "1")]
    [InlineData("busy_timeout", "1000")]
    [InlineData("query_only", "1")]
    [InlineData("trusted_schema", "0")]
    [InlineData("temp_store", "2")]
    [InlineData("cell_size_check", "1")]
    public void A_reader_is_set_up(string pragma, string value)
    {
        Assert.Equal(value, Database.Read(connection => connection.Rows("PRAGMA " + pragma).Single()));
    }

    [Fact]
    public async Task References_are_enforced()
    {
        var exception = await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() =>
            Database.Write<int>(connection => connection.Run("INSERT INTO book_tags (tag, book_id) VALUES ('x', 12345)")));

        Assert.Equal(19, exception.SqliteErrorCode);
    }

    [Fact]
    public void SQLite_is_as_new_as_the_migrations_need()
    {
        var version = Database.Read(connection => connection.Rows("SELECT sqlite_version()").Single());

        Assert.True(Version.Parse(version) >= new Version(3, 44), version);
    }
}
