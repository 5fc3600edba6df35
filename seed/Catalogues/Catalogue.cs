using Bogus;
using LiteBooks.Books;
using LiteBooks.Seed.Words;

namespace LiteBooks.Seed.Catalogues;

/// <summary>A sample catalogue: a stream of books that depends on its size and its seed, and on nothing else.</summary>
public sealed class Catalogue(int count, int seed, BookRules rules)
{
    private readonly GenreShelf _shelf = GenreShelf.Load();

    public IEnumerable<SampleBook> Books()
    {
        var random = new Randomizer(seed);
        var authors = new AuthorPool(seed, _shelf.Genres);
        var isbns = new IsbnSequence(seed);
        var books = new BookImagination(random, _shelf);
        for (var i = 0; i < count; i++)
        {
            var createdAt = Timeline.MomentOf(i, count, random.Double());
            var book = books.Imagine(authors.Next(random), isbns.At(i), createdAt.Year);
            var status = Stocking.Status(random);
            yield return new SampleBook(Keep(book) with { Status = status }, Stocking.Quantity(random, status), createdAt);
        }
    }

    // The same gate that the API has: a book that it would refuse is a mistake of this program.
    private BookFields Keep(CreateBook book)
    {
        var faults = new Faults();
        var checkedBook = rules.Check(book, faults);
        return faults.Any
            ? throw new InvalidOperationException($"A rule is broken by {book}: {string.Join(" ", faults.ToFailure().Faults)}")
            : BookRules.Uphold(checkedBook).Value;
    }
}
