using LiteBooks.Http;
using LiteBooks.Http.Access;
using LiteBooks.Http.Answers;
using LiteBooks.Http.Description;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiteBooks.Books.Admin;

/// <summary>The administrator's view of single books: cost, margin, supplier, notes and stock.</summary>
public static class AdminBookEndpoints
{
    public static void MapAdminBooks(this IEndpointRouteBuilder app)
    {
        var books = app.MapGroup("/api/v1/admin/books").About("admin", "What only administrators see.").AsApi().ForAdmins().Confidential();
        books.MapGet("/{id}", Get).WithName("GetAdminBook").Asks(QueryParameter.Shaping);
        books.MapPatch("/{id}", Update).WithName("UpdateAdminBook").Takes(typeof(UpdateAdminBook), JsonBody.Json, JsonBody.MergePatch).Gives(200, typeof(AdminBookResponse), ResponseHeader.ETag)
            .Heeds(RequestHeader.IfMatch).Fails("empty_patch", "premium_isbn_required", "duplicate_isbn", "version_mismatch", "precondition_required");
    }

    /// <summary>Get a book as an administrator</summary>
    /// <remarks>The whole book, with what it costs, what is left of its price, where it comes from, and how many there are.</remarks>
    /// <param name="id">The book's id.</param>
    /// <response code="200">The book.</response>
    private static Results<Representation<AdminBookResponse>, ProblemHttpResult> Get(long id, AdminBookRepository books, TimeProvider clock) => books.Find(id) is { } row
        ? new Representation<AdminBookResponse>(AdminBookResponse.From(row, clock.GetUtcNow()), row.ResourceVersion)
        : Problems.From(new NotFound("book", id));

    /// <summary>Change a book as an administrator</summary>
    /// <remarks>A JSON merge patch (RFC 7396) of everything that can be changed of a book.</remarks>
    /// <param name="id">The book's id.</param>
    /// <response code="200">The book as it is now.</response>
    private static async Task<IResult> Update(long id, HttpRequest request, BookRules rules, AdminBookRepository books, AnswerFormat format, Settings settings, TimeProvider clock)
    {
        if (!Preconditions.Read(request, id, settings.RequireIfMatch).Succeeded(out var expected, out var failure))
            return Problems.From(failure);
        if (!(await JsonBody.Read(request, body => ReadPatch(body, rules), JsonBody.Json, JsonBody.MergePatch)).Succeeded(out var patch, out failure))
            return Problems.From(failure);
        BookChange change = row => BookRules.Uphold(patch.Book.ApplyTo(row.ToFields()));
        var changed = await books.Update(id, expected, change, patch.Admin, request.HttpContext.Actor(), request.HttpContext.RequestAborted);
        return changed.Succeeded(out var row, out failure)
            ? new JsonAnswer(format.Ok(AdminBookResponse.From(row, clock.GetUtcNow()), row.ResourceVersion))
            : Problems.From(failure);
    }

    private static Outcome<(BookPatch Book, AdminPatch Admin)> ReadPatch(ObjectReader body, BookRules rules)
    {
        if (body.IsEmpty)
            return Malformed.EmptyPatch;
        return (rules.Check(UpdateBook.Read(body), body.Faults), AdminRules.Check(UpdateAdminBook.Read(body), body.Faults));
    }
}
