using LiteBooks.Data;

namespace LiteBooks.Books;

/// <summary>The five books that a new, empty database starts with, so that there is something to look at.</summary>
public sealed class SampleCatalogue(Database database, BookRepository books, BookTable table)
{
    private const long Stock = 10;

    private static readonly BookFields[] Sample =
    [
        Book("Clean Code", "Robert C. Martin", "9780132350884", "programming", 2008, 3999, "A handbook of agile software craftsmanship", "programming", "best-practices", "clean-code"),
        Book("Design Patterns", "Gang of Four", "9780201633610", "programming", 1994, 5499, "Elements of Reusable Object-Oriented Software", "programming", "design-patterns", "oop"),
        Book("The Pragmatic Programmer", "David Thomas", "9780135957059", "programming", 2019, 4999, "Your journey to mastery, 20th Anniversary Edition", "programming", "best-practices", "career"),
        Book("Dune", "Frank Herbert", "9780441013593", "science-fiction", 1965, 1799, "A stunning blend of adventure and mysticism", "sci-fi", "classic", "space"),
        Book("1984", "George Orwell", "9780451524935", "dystopian", 1949, 1299, "A dystopian social science fiction novel", "classic", "dystopian", "politics"),
    ];

    /// <summary>Stores the sample, all or nothing, unless the catalogue ever held a book.</summary>
    public async Task AddIfNew()
    {
        if (!books.IsNew())
            return;
        await database.Write<int>(connection =>
        {
            foreach (var book in Sample)
            {
                if (!table.Insert(connection, book, Actor.Server, Stock).Succeeded(out _, out var failure))
                    return failure;
            }
            return Sample.Length;
        });
    }

    private static BookFields Book(string title, string author, string isbn, string genre, int year, long cents, string description, params string[] tags) => new()
    {
        Title = title,
        AuthorName = author,
        Isbn = Isbn.Stored(isbn),
        Genre = genre,
        PublishedYear = year,
        PriceCents = cents,
        Description = description,
        Tags = tags,
    };
}
