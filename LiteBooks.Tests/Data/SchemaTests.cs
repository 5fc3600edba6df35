using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Data;

/// <summary>What the catalogue's tables keep equal by themselves.</summary>
[Trait("Category", "InProcess")]
public sealed class SchemaTests : DatabaseTest
{
    [Fact]
    public async Task A_renamed_author_is_renamed_in_the_sort_order_and_the_search_of_every_book()
    {
        await Database.Write<int>(connection =>
        {
            connection.Run("INSERT INTO authors (id, name, name_key, name_folded, created_at) VALUES (1, 'Old', 'old', 'old', 0)");
            connection.Run("INSERT INTO books (title, title_folded, author_id, author_folded, isbn, isbn_key, price_cents, created_at) VALUES ('T', 't', 1, 'old', '1', 1, 1, 0)");
            return connection.Run("UPDATE authors SET name = 'New', name_key = 'new', name_folded = 'new' WHERE id = 1");
        });

        Assert.Equal(["new"], Rows("SELECT author_folded FROM books"));
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

    private IReadOnlyList<string> Rows(string sql) => Database.Read(connection => connection.Rows(sql));
}
