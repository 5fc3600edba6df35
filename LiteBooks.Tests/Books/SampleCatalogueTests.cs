using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Books;

/// <summary>What a new database starts with. These tests only read, so that each sees it untouched.</summary>
public sealed class SampleCatalogueTests(SampleCatalogueTests.Fixture app) : IClassFixture<SampleCatalogueTests.Fixture>
{
    public sealed class Fixture : AppFixture
    {
        protected override IEnumerable<(string Name, string Value)> Settings => [];

        // No file at all: the server makes it.
        protected override void Prepare() { }
    }

    [Theory]
    [InlineData(1, "Clean Code", "Robert C. Martin", "9780132350884", "programming", 2008, "39.99", "A handbook of agile software craftsmanship", "programming, best-practices, clean-code")]
    [InlineData(2, "Design Patterns", "Gang of Four", "9780201633610", "programming", 1994, "54.99", "Elements of Reusable Object-Oriented Software", "programming, design-patterns, oop")]
    [InlineData(3, "The Pragmatic Programmer", "David Thomas", "9780135957059", "programming", 2019, "49.99", "Your journey to mastery, 20th Anniversary Edition", "programming, best-practices, career")]
    [InlineData(4, "Dune", "Frank Herbert", "9780441013593", "science-fiction", 1965, "17.99", "A stunning blend of adventure and mysticism", "sci-fi, classic, space")]
    [InlineData(5, "1984", "George Orwell", "9780451524935", "dystopian", 1949, "12.99", "A dystopian social science fiction novel", "classic, dystopian, politics")]
    public async Task A_new_database_holds_the_sample(long id, string title, string author, string isbn, string genre, int year, string price, string description, string tags)
    {
        var book = await app.Api.Find(id);

        Assert.Equal((title, author, isbn, genre, description), (book.Text("title"), book.Text("author_name"), book.Text("isbn"), book.Text("genre"), book.Text("description")));
        Assert.Equal(year, book.GetProperty("published_year").GetInt32());
        Assert.Equal(price, book.GetProperty("price").GetRawText());
        Assert.Equal(tags, string.Join(", ", book.GetProperty("tags").EnumerateArray().Select(tag => tag.GetString())));
        Assert.Equal("available", book.Text("status"));
    }

    [Fact]
    public async Task The_sample_is_five_books_of_which_ten_each_are_in_stock()
    {
        Assert.Equal([1, 2, 3, 4, 5], (await app.Api.List("sort_order=asc")).Ids());
        Assert.Equal(5, (await app.Api.List("in_stock=true")).GetProperty("total").GetInt32());
        Assert.Equal(0, (await app.Api.List("in_stock=false")).GetProperty("total").GetInt32());
        using var database = TestDatabase.Connect(app.DatabasePath);
        Assert.Equal(["10"], database.Rows("SELECT DISTINCT stock_quantity FROM books"));
    }
}
