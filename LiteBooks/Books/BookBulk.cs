using LiteBooks.Data;
using LiteBooks.Http;
using LiteBooks.Http.Access;
using LiteBooks.Http.Answers;

namespace LiteBooks.Books;

/// <summary>Many books in one request and one transaction.</summary>
internal static class BookBulk
{
    /// <summary>Add many books</summary>
    /// <remarks>
    /// An item that is not valid refuses them all. One whose ISBN is held, or comes twice, is told among the errors and the
    /// others are stored; with `atomic=true` none is.
    /// </remarks>
    /// <response code="201">The books that were added, and those that exist already.</response>
    public static Task<IResult> Create(HttpRequest request, BookRules rules, BookRepository books, IdempotencyKeys keys, Idempotency idempotency, AnswerFormat format, TimeProvider clock)
    {
        return idempotency.Once(request, keys.Find, async claim =>
        {
            var parameters = new QueryReader(request.Query, new Faults());
            var atomic = parameters.Switch("atomic") ?? false;
            if (parameters.Faults.Any)
                return Problems.From(parameters.Faults.ToFailure());
            var read = await JsonBody.ReadMany(request, DeleteBooks.Most, body => rules.Check(CreateBook.Read(body), body.Faults));
            if (!read.Succeeded(out var items, out var failure))
                return Problems.From(failure);
            if (FirstBroken(items) is { } broken)
                return Problems.From(broken);
            var remembered = new Remembered<BulkInsert>(keys, claim, Answer);
            var inserted = await books.InsertMany(items, atomic, request.HttpContext.Actor(), remembered, request.HttpContext.RequestAborted);
            return inserted.Succeeded(out var result, out failure) ? new JsonAnswer(Answer(result)) : Problems.From(failure);
        });

        WrittenAnswer Answer(BulkInsert inserted) => format.Created(BulkCreated.From(inserted, clock.GetUtcNow()));
    }

    /// <summary>Delete many books</summary>
    /// <remarks>An id that no book has is told and stops nothing; one that comes twice counts once.</remarks>
    /// <response code="200">How many were deleted, and the ids that no book had.</response>
    public static async Task<IResult> Delete(HttpRequest request, BookRepository books, AnswerFormat format)
    {
        if (!(await JsonBody.Read(request, DeleteBooks.Read)).Succeeded(out var asked, out var failure))
            return Problems.From(failure);
        var deleted = await books.DeleteMany(asked.Ids!, request.HttpContext.Actor(), request.HttpContext.RequestAborted);
        return deleted.Succeeded(out var result, out failure) ? new JsonAnswer(format.Ok(result)) : Problems.From(failure);
    }

    private static RuleBroken? FirstBroken(IReadOnlyList<BookFields> items)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (BookRules.Uphold(items[i]).Failure is RuleBroken broken)
                return broken with { Field = $"[{i}].{broken.Field}" };
        }
        return null;
    }
}
