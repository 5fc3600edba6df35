using LiteBooks.Http;
using LiteBooks.Http.Answers;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiteBooks.Books;

/// <summary>Smaller views of one book.</summary>
internal static class BookViews
{
    /// <summary>Get a book in short</summary>
    /// <remarks>The five fields of a list.</remarks>
    /// <param name="id">The book's id.</param>
    /// <response code="200">The book.</response>
    public static Results<Representation<BookSummary>, ProblemHttpResult> Summary(long id, BookRepository books, BookAnswers<BookResponse> answers) =>
        View(id, books, row => BookSummary.From(answers.Show(row)));

    /// <summary>Get a book without what is null</summary>
    /// <remarks>The whole book, but members that are null are left out.</remarks>
    /// <param name="id">The book's id.</param>
    /// <response code="200">The book.</response>
    public static Results<Representation<SparseBook>, ProblemHttpResult> Compact(long id, BookRepository books, BookAnswers<BookResponse> answers) =>
        View(id, books, row => SparseBook.Compact(answers.Show(row)));

    /// <summary>Get a book without what says nothing</summary>
    /// <remarks>Members that hold their default are left out: null, no tags, available, not recent.</remarks>
    /// <param name="id">The book's id.</param>
    /// <response code="200">The book.</response>
    public static Results<Representation<SparseBook>, ProblemHttpResult> Minimal(long id, BookRepository books, BookAnswers<BookResponse> answers) =>
        View(id, books, row => SparseBook.Minimal(answers.Show(row)));

    private static Results<Representation<T>, ProblemHttpResult> View<T>(long id, BookRepository books, Func<BookRow, T> show) where T : notnull =>
        books.Find(id) is { } row ? new Representation<T>(show(row), row.ResourceVersion) : Problems.From(new NotFound("book", id));
}
