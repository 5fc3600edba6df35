using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Data;

/// <summary>What the catalogue's tables keep equal by themselves.</summary>
[Trait("Category", "InProcess")]
public sealed class SchemaTests : DatabaseTest
{
    [Fact]
    public async Task A_renamed_author_is_renamed_in_every_book_in_the_sort_order_and_in_the_search()
    {
        await Database.Write<int>(connection =>
        {
            connection.Run("INSERT INTO authors (id, name, name_key, name_folded, created_at) VALUES (1, 'Old', 'old', 'old', 0)");
            connection.Run("INSERT INTO books (title, title_folded, author_id, author_folded, isbn, isbn_key, price_cents, created_at) VALUES ('T', 't', 1, 'old', '1', 1, 1, 0)");
            return connection.Run("UPDATE authors SET name = 'New', name_key = 'new', name_folded = 'new' WHERE id = 1");
        });

        Assert.Equal(["New|new"], Rows("SELECT author_name || '|' || author_folded FROM books"));
        Assert.Equal(["1"], Rows("SELECT rowid FROM author_search WHERE author_search MATCH '\"new\"'"));
        Assert.Empty(Rows("SELECT rowid FROM author_search WHERE author_search MATCH '\"old\"'"));
    }

    [Fact]
    public async Task A_deleted_book_leaves_nothing_in_tags_and_index()
    {
        await Database.Write<int>(connection =>
        {
            connection.Run("INSERT INTO authors (id, name, name_key, name_folded, created_at) VALUES (1, 'A', 'a', 'a', 0)");
            connection.Run("INSERT INTO books (title, title_folded, author_id, author_folded, isbn, isbn_key, price_cents, tags, created_at) VALUES ('Title', 'title', 1, 'a', '1', 1, 1, '[\"x\",\"y\"]', 0)");
            return 0;
        });
        Assert.Equal(["x", "y"], Rows("SELECT tag FROM book_tags ORDER BY tag"));

        await Database.Write<int>(connection => connection.Run("DELETE FROM books"));

        Assert.Empty(Rows("SELECT tag FROM book_tags"));
        Assert.Empty(Rows("SELECT term FROM title_terms"));
    }

    [Fact]
    public async Task The_totals_by_genre_and_status_follow_every_change_of_a_book()
    {
        var random = new Random(20261128);
        await Database.Write<int>(connection =>
        {
            connection.Run("INSERT INTO authors (id, name, name_key, name_folded, created_at) VALUES (1, 'A', 'a', 'a', 0)");
            for (var id = 1; id <= 300; id++)
            {
                connection.Run("INSERT INTO books (id, title, title_folded, author_id, author_folded, isbn, isbn_key, price_cents, genre_key, status, created_at) VALUES (@p0, 'T', 't', 1, 'a', '1', @p0, 1, @p1, @p2, 0)", id, Genre(), Status());
                connection.Run("UPDATE books SET genre_key = @p1 WHERE id = @p0", random.Next(1, id + 1), Genre());
                connection.Run("UPDATE books SET status = @p1, price_cents = 2 WHERE id = @p0", random.Next(1, id + 1), Status());
                if (id % 3 == 0)
                    connection.Run("DELETE FROM books WHERE id = @p0", random.Next(1, id + 1));
            }
            return 0;
        });

        var counted = Rows("SELECT coalesce(genre_key, ''), status, COUNT(*) FROM books GROUP BY 1, 2 ORDER BY 1, 2");
        Assert.Equal(12, counted.Count);
        Assert.Equal(counted, Rows("SELECT genre_key, status, books FROM book_totals WHERE books > 0 ORDER BY 1, 2"));

        string? Genre() => random.Next(3) switch { 0 => null, 1 => "novel", _ => "travel" };
        string Status() => random.Next(4) switch { 0 => "available", 1 => "checked_out", 2 => "reserved", _ => "archived" };
    }

    [Fact]
    public void No_aggregate_is_told_its_order_which_older_SQLite_cannot_read_and_refuses_the_file_for() =>
        Assert.DoesNotContain(Rows("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL"), OrdersAnAggregate);

    [Theory]
    [InlineData("SELECT json_group_array(json_object('a', a) ORDER BY b) FROM t", true)]
    [InlineData("SELECT json_group_array(a) FROM (SELECT a FROM t ORDER BY f(b))", false)]
    [InlineData("SELECT sum(a) OVER (ORDER BY b) FROM t ORDER BY b", false)]
    public void An_aggregate_that_is_told_its_order_would_be_noticed(string sql, bool expected) => Assert.Equal(expected, OrdersAnAggregate(sql));

    // Its parenthesis holds neither a query nor a window.
    private static bool OrdersAnAggregate(string sql)
    {
        var open = new Stack<int>();
        for (var i = 0; i < sql.Length; i++)
        {
            if (sql[i] == '(')
                open.Push(i);
            else if (sql[i] == ')')
                open.TryPop(out _);
            else if (open.TryPeek(out var at) && sql.AsSpan(i).StartsWith("ORDER BY", StringComparison.OrdinalIgnoreCase)
                && !sql[(at + 1)..].TrimStart().StartsWith("SELECT", StringComparison.OrdinalIgnoreCase)
                && !sql[..at].TrimEnd().EndsWith("OVER", StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }

    private IReadOnlyList<string> Rows(string sql) => Database.Read(connection => connection.Rows(sql));
}
