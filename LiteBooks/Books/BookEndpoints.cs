using LiteBooks.Http;
using LiteBooks.Http.Access;
using LiteBooks.Http.Answers;
using LiteBooks.Http.Description;
using Microsoft.AspNetCore.Http.HttpResults;
using static LiteBooks.Books.BookQueryParameters;

namespace LiteBooks.Books;

/// <summary>The routes of books, version 1. What is not here lies beside it: views, walks (cursor, search, facets), bulk.</summary>
public static class BookEndpoints
{
    public const string Path = "/api/v1/books";

    public static void MapBooks(this IEndpointRouteBuilder app)
    {
        var books = app.MapGroup(Path).About("books", "The books of the catalogue.").AsApi().ForReaders();
        books.MapGet("/", List).WithName("ListBooks").Asks([.. Filters, .. Sorting, .. QueryParameter.Paging("Books"), .. QueryParameter.Shaping])
            .Sends(ResponseHeader.PageLinks, ResponseHeader.TotalCount, ResponseHeader.TotalPages);
        books.MapPost("/", Create).WithName("CreateBook").ForEditors().Takes(typeof(CreateBook)).Gives(201, typeof(BookResponse), ResponseHeader.Location, ResponseHeader.ETag)
            .Heeds(RequestHeader.IdempotencyKey).Fails("premium_isbn_required", "duplicate_isbn", "idempotency_key_in_use", "idempotency_key_reused");

        books.MapGet("/cursor", BookWalks.Walk).WithName("WalkBooks").Asks([.. Filters, .. Sorting, .. QueryParameter.Walking("Books"), .. QueryParameter.Shaping])
            .Sends(ResponseHeader.CursorLinks).Fails("malformed_cursor");
        books.MapGet("/search", BookWalks.Search).WithName("SearchBooks").Deprecated().Asks([OldSearch, .. FiltersButSearch, .. Sorting, .. QueryParameter.Paging("Books"), .. QueryParameter.Shaping])
            .Sends(ResponseHeader.PageLinks, ResponseHeader.TotalCount, ResponseHeader.TotalPages);
        books.MapGet("/facets", BookWalks.Facets).WithName("CountBooks").Asks([.. Filters, .. QueryParameter.Shaping]);
        books.MapPost("/bulk", BookBulk.Create).WithName("CreateBooks").ForEditors().TakesMany(typeof(CreateBook), DeleteBooks.Most).Gives(201, typeof(BulkCreated)).Asks(Atomic)
            .Heeds(RequestHeader.IdempotencyKey).Fails("too_many_items", "premium_isbn_required", "duplicate_isbn", "idempotency_key_in_use", "idempotency_key_reused");
        books.MapPost("/bulk-delete", BookBulk.Delete).WithName("DeleteBooks").ForEditors().Takes(typeof(DeleteBooks)).Gives(200, typeof(BulkDelete)).Fails("too_many_items");

        books.MapGet("/{id}", Get).WithName("GetBook").Asks(QueryParameter.Shaping);
        books.MapGet("/{id}/summary", BookViews.Summary).WithName("GetBookSummary").Asks(QueryParameter.Shaping);
        books.MapGet("/{id}/compact", BookViews.Compact).WithName("GetCompactBook").Asks(QueryParameter.Shaping);
        books.MapGet("/{id}/minimal", BookViews.Minimal).WithName("GetMinimalBook").Asks(QueryParameter.Shaping);
        books.MapPut("/{id}", Replace).WithName("ReplaceBook").ForEditors().Takes(typeof(ReplaceBook)).Gives(200, typeof(BookResponse), ResponseHeader.ETag)
            .Heeds(RequestHeader.IfMatch).Fails("premium_isbn_required", "duplicate_isbn", "version_mismatch", "precondition_required");
        books.MapPatch("/{id}", Update).WithName("UpdateBook").ForEditors().Takes(typeof(UpdateBook), JsonBody.Json, JsonBody.MergePatch).Gives(200, typeof(BookResponse), ResponseHeader.ETag)
            .Heeds(RequestHeader.IfMatch).Fails("empty_patch", "premium_isbn_required", "duplicate_isbn", "version_mismatch", "precondition_required");
        books.MapPost("/{id}/revert", Revert).WithName("RevertBook").ForEditors().Takes(typeof(RevertBook)).Gives(200, typeof(BookResponse), ResponseHeader.ETag)
            .Heeds(RequestHeader.IfMatch).Fails("nothing_to_revert", "duplicate_isbn", "version_mismatch");
        books.MapDelete("/{id}", Delete).WithName("DeleteBook").ForEditors()
            .Heeds(RequestHeader.IfMatch).Gives(204, typeof(void)).Fails("version_mismatch", "precondition_required");
    }

    /// <summary>List books</summary>
    /// <remarks>Filtered, sorted, one page at a time. Filters combine with AND; an empty one filters nothing.</remarks>
    /// <response code="200">A page of books.</response>
    private static Results<Representation<BookPage>, ProblemHttpResult> List(HttpRequest request, BookLists books)
    {
        if (!BookQuery.Read(request.Query, ListKind.Pages).Succeeded(out var query, out var failure))
            return Problems.From(failure);
        return new Representation<BookPage>(books.Page(query));
    }

    /// <summary>Get a book</summary>
    /// <remarks>The whole book, with its tags, status and times.</remarks>
    /// <param name="id">The book's id.</param>
    /// <response code="200">The book.</response>
    private static Results<Representation<BookResponse>, ProblemHttpResult> Get(long id, BookRepository books, BookAnswers<BookResponse> answers) =>
        books.Find(id) is { } row ? new Representation<BookResponse>(answers.Show(row), row.ResourceVersion) : Problems.From(new NotFound("book", id));

    /// <summary>Add a book</summary>
    /// <remarks>The author is added too if not yet known.</remarks>
    /// <response code="201">The book as it was stored.</response>
    private static Task<IResult> Create(HttpRequest request, BookRules rules, BookWrites writes, BookAnswers<BookResponse> answers) =>
        writes.Create(request, async () =>
        {
            var read = await JsonBody.Read<BookFields>(request, body => rules.Check(CreateBook.Read(body), body.Faults));
            return read.Failure is null ? BookRules.Uphold(read.Value) : read;
        }, answers);

    /// <summary>Replace a book</summary>
    /// <remarks>
    /// Every field that a creation takes is replaced, and those that are absent are cleared; the status is kept. Members that
    /// cannot be replaced may be sent back as they were given.
    /// </remarks>
    /// <param name="id">The book's id.</param>
    /// <response code="200">The book as it is now.</response>
    private static Task<IResult> Replace(long id, HttpRequest request, BookRules rules, BookWrites writes, BookAnswers<BookResponse> answers, TimeProvider clock) =>
        writes.Change(id, request, () => JsonBody.Read<BookChange>(request, body =>
        {
            var book = rules.Check(CreateBook.Read(body), body.Faults);
            var readOnly = ReadOnlyMembers.Read(body);
            return (BookChange)(row => ReplaceBook.Over(row, book, readOnly, clock.GetUtcNow(), new Faults()));
        }), answers);

    /// <summary>Change a book</summary>
    /// <remarks>A JSON merge patch (RFC 7396): what is absent stays, and `null` clears an optional field.</remarks>
    /// <param name="id">The book's id.</param>
    /// <response code="200">The book as it is now.</response>
    private static Task<IResult> Update(long id, HttpRequest request, BookRules rules, BookWrites writes, BookAnswers<BookResponse> answers) =>
        writes.Change(id, request, () => JsonBody.Read<BookChange>(request, body =>
        {
            if (body.IsEmpty)
                return Malformed.EmptyPatch;
            var patch = rules.Check(UpdateBook.Read(body), body.Faults);
            return (BookChange)(row => BookRules.Uphold(patch.ApplyTo(row.ToFields())));
        }, JsonBody.Json, JsonBody.MergePatch), answers);

    /// <summary>Delete a book</summary>
    /// <remarks>Its id is never given to another book.</remarks>
    /// <param name="id">The book's id.</param>
    /// <response code="204">The book is gone.</response>
    private static Task<IResult> Delete(long id, HttpRequest request, BookWrites writes) => writes.Delete(id, request);

    /// <summary>Put an earlier state of a book back</summary>
    /// <remarks>
    /// As a new change, also where the book was deleted. The stock stays as it is; cost, supplier and notes are put back only
    /// by an administrator. The audit tells the ids of the entries.
    /// </remarks>
    /// <param name="id">The book's id.</param>
    /// <response code="200">The book as it is now.</response>
    private static async Task<IResult> Revert(long id, HttpRequest request, BookHistory history, BookAnswers<BookResponse> answers)
    {
        if (!Preconditions.Read(request, id, required: false).Succeeded(out var expected, out var failure))
            return Problems.From(failure);
        if (!(await JsonBody.Read(request, RevertBook.Read)).Succeeded(out var revert, out failure))
            return Problems.From(failure);
        var (context, asAdmin) = (request.HttpContext, request.HttpContext.MayActAs(Roles.Admin));
        return answers.Changed(await history.Revert(id, revert, expected, asAdmin, context.Actor(), context.RequestAborted));
    }
}
