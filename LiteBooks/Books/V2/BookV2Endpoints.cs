using LiteBooks.Http;
using LiteBooks.Http.Access;
using LiteBooks.Http.Answers;
using LiteBooks.Http.Description;
using Microsoft.AspNetCore.Http.HttpResults;
using static LiteBooks.Books.BookQueryParameters;

namespace LiteBooks.Books.V2;

/// <summary>The routes of books, version 2: the same books, rules and repositories, shown another way.</summary>
public static class BookV2Endpoints
{
    public const string Path = "/api/v2/books";

    public static void MapBooksV2(this IEndpointRouteBuilder app)
    {
        var books = app.MapGroup(Path).About("books", "The books of the catalogue.").AsApi().ForReaders();
        books.MapGet("/", List).WithName("ListBooksV2").Asks([.. Filters, .. Sorting, .. QueryParameter.Paging("Books"), .. QueryParameter.Shaping])
            .Sends(ResponseHeader.PageLinks, ResponseHeader.TotalCount, ResponseHeader.TotalPages);
        books.MapPost("/", Create).WithName("CreateBookV2").ForEditors().Takes(typeof(CreateBookV2)).OrTakes(typeof(CreateBook)).Gives(201, typeof(BookV2Answer), ResponseHeader.Location, ResponseHeader.ETag)
            .Heeds(RequestHeader.IdempotencyKey).Fails("premium_isbn_required", "duplicate_isbn", "idempotency_key_in_use", "idempotency_key_reused");
        books.MapGet("/{id}", Get).WithName("GetBookV2").Asks(QueryParameter.Shaping);
        books.MapPut("/{id}", Replace).WithName("ReplaceBookV2").ForEditors().Takes(typeof(ReplaceBookV2)).OrTakes(typeof(ReplaceBook)).OrTakes(typeof(ReplaceBookV2Answer)).Gives(200, typeof(BookV2Answer), ResponseHeader.ETag)
            .Heeds(RequestHeader.IfMatch).Fails("premium_isbn_required", "duplicate_isbn", "version_mismatch", "precondition_required");
        books.MapPatch("/{id}", Update).WithName("UpdateBookV2").ForEditors().Takes(typeof(UpdateBookV2), JsonBody.Json, JsonBody.MergePatch).OrTakes(typeof(UpdateBook)).Gives(200, typeof(BookV2Answer), ResponseHeader.ETag)
            .Heeds(RequestHeader.IfMatch).Fails("empty_patch", "premium_isbn_required", "duplicate_isbn", "version_mismatch", "precondition_required");
        books.MapDelete("/{id}", Delete).WithName("DeleteBookV2").ForEditors().Gives(204, typeof(void))
            .Heeds(RequestHeader.IfMatch).Fails("version_mismatch", "precondition_required");
    }

    /// <summary>List books (version 2)</summary>
    /// <remarks>The filters and sorts of version 1; the answer tells which were applied.</remarks>
    /// <response code="200">A page of whole books.</response>
    private static Results<Representation<BookV2List>, ProblemHttpResult> List(HttpRequest request, BookLists books, Settings settings)
    {
        if (!BookQuery.Read(request.Query, ListKind.Pages).Succeeded(out var query, out var failure))
            return Problems.From(failure);
        var (rows, total) = books.WholePage(query);
        var page = BookPage.From([], total, query.Page);
        return new Representation<BookV2List>(BookV2List.From(rows, page, query, settings.Currency));
    }

    /// <summary>Get a book (version 2)</summary>
    /// <remarks>The whole book, in which what belongs together stands together.</remarks>
    /// <param name="id">The book's id.</param>
    /// <response code="200">The book.</response>
    private static Results<Representation<BookV2Answer>, ProblemHttpResult> Get(long id, BookRepository books, BookAnswers<BookV2Answer> answers) =>
        books.Find(id) is { } row ? new Representation<BookV2Answer>(answers.Show(row), row.ResourceVersion) : Problems.From(new NotFound("book", id));

    /// <summary>Add a book (version 2)</summary>
    /// <remarks>Nested as version 2 shows a book, or flat as version 1 takes it.</remarks>
    /// <response code="201">The book as it was stored.</response>
    private static Task<IResult> Create(HttpRequest request, BookRules rules, BookWrites writes, BookAnswers<BookV2Answer> answers, Settings settings) =>
        writes.Create(request, async () =>
        {
            var isNested = false;
            var read = await JsonBody.Read<BookFields>(request, body =>
            {
                isNested = BookV2Body.IsNested(body);
                return rules.Check(BookV2Body.ReadCreate(body, settings.Currency), BookV2Body.FaultsOf(body));
            });
            return read.Failure is null ? BookV2Body.Place(BookRules.Uphold(read.Value), isNested) : read;
        }, answers);

    /// <summary>Replace a book (version 2)</summary>
    /// <remarks>
    /// Nested as version 2 shows a book, or flat as version 1 takes it. What GET gave may be sent back; members that cannot be
    /// replaced have to be as they are, and an author's id, `rating` and `links` count for nothing.
    /// </remarks>
    /// <param name="id">The book's id.</param>
    /// <response code="200">The book as it is now.</response>
    private static Task<IResult> Replace(long id, HttpRequest request, BookRules rules, BookWrites writes, BookAnswers<BookV2Answer> answers, TimeProvider clock, Settings settings) =>
        writes.Change(id, request, () => JsonBody.Read<BookChange>(request, sent =>
        {
            var body = BookV2Body.Unwrapped(sent);
            var book = rules.Check(BookV2Body.ReadCreate(body, settings.Currency), BookV2Body.FaultsOf(body));
            var readOnly = BookV2Body.ReadReadOnly(body);
            var isNested = BookV2Body.IsNested(body);
            return (BookChange)(row =>
                BookV2Body.Place(ReplaceBook.Over(row, book, readOnly, clock.GetUtcNow(), BookV2Body.NewFaults(isNested)), isNested));
        }), answers);

    /// <summary>Change a book (version 2)</summary>
    /// <remarks>A JSON merge patch (RFC 7396), nested as version 2 shows a book, or flat as version 1 takes it.</remarks>
    /// <param name="id">The book's id.</param>
    /// <response code="200">The book as it is now.</response>
    private static Task<IResult> Update(long id, HttpRequest request, BookRules rules, BookWrites writes, BookAnswers<BookV2Answer> answers, Settings settings) =>
        writes.Change(id, request, () => JsonBody.Read<BookChange>(request, body =>
        {
            var said = BookV2Body.ReadUpdate(body, settings.Currency);
            if (said.IsEmpty)
                return Malformed.EmptyPatch;
            var patch = rules.Check(said, BookV2Body.FaultsOf(body));
            var isNested = BookV2Body.IsNested(body);
            return (BookChange)(row => BookV2Body.Place(BookRules.Uphold(patch.ApplyTo(row.ToFields())), isNested));
        }, JsonBody.Json, JsonBody.MergePatch), answers);

    /// <summary>Delete a book (version 2)</summary>
    /// <remarks>Its id is never given to another book.</remarks>
    /// <param name="id">The book's id.</param>
    /// <response code="204">The book is gone.</response>
    private static Task<IResult> Delete(long id, HttpRequest request, BookWrites writes) => writes.Delete(id, request);
}
