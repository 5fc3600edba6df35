using LiteBooks.Books;
using LiteBooks.Seed;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Seed;

[Trait("Category", "InProcess")]
public sealed class SeederTests : IDisposable
{
    private const int Books = 5000;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_same_seed_gives_the_same_rows_and_another_seed_gives_others()
    {
        await Fill("first.db", seed: 42);
        await Fill("second.db", seed: 42);
        await Fill("other.db", seed: 43);
        Assert.Equal(Rows("first.db", "*"), Rows("second.db", "*"));
        Assert.NotEqual(Rows("first.db", "title"), Rows("other.db", "title"));
    }

    [Fact]
    public async Task Every_book_has_an_ISBN_of_its_own_and_authors_have_many_books()
    {
        await Fill("books.db", seed: 1);
        var faults = new Faults();
        Assert.All(Rows("books.db", "isbn"), isbn => Assert.NotNull(Isbn.Parse(isbn, verify: true, faults)));
        Assert.Equal(Books, Rows("books.db", "DISTINCT isbn_key").Count);
        Assert.InRange(Rows("books.db", "DISTINCT author_id").Count, 100, Books / 2);
        Assert.InRange(Rows("books.db", "DISTINCT genre_key").Count, 5, 50);
    }

    [Fact]
    public async Task A_catalogue_that_holds_books_is_not_added_to()
    {
        await Fill("books.db", seed: 1);
        var refused = await Assert.ThrowsAsync<CannotStartException>(() => Fill("books.db", seed: 2));
        Assert.Contains("already holds a catalogue", refused.Message, StringComparison.Ordinal);
        Assert.Equal(Books, Rows("books.db", "id").Count);
    }

    private Task<SeedReport> Fill(string file, int seed) =>
        Seeder.Run(new SeedOptions(Books, seed, _folder.File(file)), new Progress<int>());

    private IReadOnlyList<string> Rows(string file, string columns)
    {
        using var connection = TestDatabase.Connect(_folder.File(file));
        return connection.Rows($"SELECT {columns} FROM books ORDER BY 1");
    }
}
