using LiteBooks.Http;
using LiteBooks.Http.Description;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiteBooks.Books;

/// <summary>The routes of books, version 1.</summary>
public static class BookEndpoints
{
    public static void MapBooks(this IEndpointRouteBuilder app)
    {
        var books = app.MapGroup("/api/v1/books").About("books", "The books of the catalogue.").AsApi();
        books.MapGet("/", List).WithName("ListBooks")
            .Asks([.. BookQueryParameters.Filters, .. BookQueryParameters.Sorting, .. BookQueryParameters.Paging]);
        books.MapPost("/", Create).WithName("CreateBook")
            .Takes(typeof(CreateBook)).Fails("premium_isbn_required", "duplicate_isbn");
        books.MapGet("/{id}", Get).WithName("GetBook");
        books.MapPut("/{id}", Replace).WithName("ReplaceBook")
            .Takes(typeof(CreateBook)).Fails("premium_isbn_required", "duplicate_isbn");
        books.MapPatch("/{id}", Update).WithName("UpdateBook")
            .Takes(typeof(UpdateBook), JsonBody.Json, JsonBody.MergePatch).Fails("empty_patch", "premium_isbn_required", "duplicate_isbn");
        books.MapDelete("/{id}", Delete).WithName("DeleteBook");
    }

    /// <summary>List books</summary>
    /// <remarks>Filtered, sorted, one page at a time. Filters combine with AND; an empty one filters nothing.</remarks>
    /// <response code="200">A page of books.</response>
    private static Results<Ok<BookPage>, ProblemHttpResult> List(HttpRequest request, BookRepository books)
    {
        if (!BookQuery.Read(request.Query).Succeeded(out var query, out var failure))
            return Problems.From(failure);
        var (rows, total) = books.List(query);
        return TypedResults.Ok(BookPage.From(rows, total, query.Page));
    }

    /// <summary>Get a book</summary>
    /// <remarks>The whole book, with its tags, status and times.</remarks>
    /// <param name="id">The book's id.</param>
    /// <response code="200">The book.</response>
    private static Results<Ok<BookResponse>, ProblemHttpResult> Get(long id, BookRepository books, TimeProvider clock) =>
        books.Find(id) is { } row ? Ok(row, clock) : Problems.From(new NotFound("book", id));

    /// <summary>Add a book</summary>
    /// <remarks>The author is added too if not yet known.</remarks>
    /// <response code="201">The book as it was stored.</response>
    private static async Task<Results<Created<BookResponse>, ProblemHttpResult>> Create(
        HttpRequest request, BookRules rules, BookRepository books, TimeProvider clock, CancellationToken cancel)
    {
        var read = await ReadBook(request, rules);
        if (!read.Succeeded(out var book, out var failure))
            return Problems.From(failure);
        var inserted = await books.Insert(book, cancel);
        return inserted.Succeeded(out var row, out failure)
            ? TypedResults.Created($"/api/v1/books/{row.Id}", BookResponse.From(row, clock.GetUtcNow()))
            : Problems.From(failure);
    }

    /// <summary>Replace a book</summary>
    /// <remarks>Every field that a creation takes is replaced, and those that are absent are cleared; the status is kept.</remarks>
    /// <param name="id">The book's id.</param>
    /// <response code="200">The book as it is now.</response>
    private static async Task<Results<Ok<BookResponse>, ProblemHttpResult>> Replace(
        long id, HttpRequest request, BookRules rules, BookRepository books, TimeProvider clock, CancellationToken cancel)
    {
        var read = await ReadBook(request, rules);
        if (!read.Succeeded(out var book, out var failure))
            return Problems.From(failure);
        var updated = await books.Update(id, current => book with { Status = current.Status }, cancel);
        return updated.Succeeded(out var row, out failure) ? Ok(row, clock) : Problems.From(failure);
    }

    /// <summary>Change a book</summary>
    /// <remarks>A JSON merge patch (RFC 7396): what is absent stays, and `null` clears an optional field.</remarks>
    /// <param name="id">The book's id.</param>
    /// <response code="200">The book as it is now.</response>
    private static async Task<Results<Ok<BookResponse>, ProblemHttpResult>> Update(
        long id, HttpRequest request, BookRules rules, BookRepository books, TimeProvider clock, CancellationToken cancel)
    {
        var read = await JsonBody.Read<BookPatch>(request, body => body.IsEmpty
            ? new Malformed("empty_patch", "A PATCH has to name at least one member to change.")
            : rules.Check(UpdateBook.Read(body), body.Faults), JsonBody.Json, JsonBody.MergePatch);
        if (!read.Succeeded(out var patch, out var failure))
            return Problems.From(failure);
        var updated = await books.Update(id, current => BookRules.Uphold(patch.ApplyTo(current)), cancel);
        return updated.Succeeded(out var row, out failure) ? Ok(row, clock) : Problems.From(failure);
    }

    /// <summary>Delete a book</summary>
    /// <remarks>Its id is never given to another book.</remarks>
    /// <param name="id">The book's id.</param>
    /// <response code="204">The book is gone.</response>
    private static async Task<Results<NoContent, ProblemHttpResult>> Delete(long id, BookRepository books, CancellationToken cancel) =>
        (await books.Delete(id, cancel)).Failure is { } failure ? Problems.From(failure) : TypedResults.NoContent();

    private static async Task<Outcome<BookFields>> ReadBook(HttpRequest request, BookRules rules)
    {
        var read = await JsonBody.Read<BookFields>(request, body => rules.Check(CreateBook.Read(body), body.Faults));
        return read.Failure is null ? BookRules.Uphold(read.Value) : read;
    }

    private static Ok<BookResponse> Ok(BookRow row, TimeProvider clock) =>
        TypedResults.Ok(BookResponse.From(row, clock.GetUtcNow()));
}
