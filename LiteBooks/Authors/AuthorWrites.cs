using LiteBooks.Data;
using LiteBooks.Http;
using LiteBooks.Http.Access;
using LiteBooks.Http.Answers;

namespace LiteBooks.Authors;

/// <summary>What every way to write an author does: preconditions, repeats, the repository, and the answer. They differ in how a body is read.</summary>
public sealed class AuthorWrites(AuthorRepository authors, IdempotencyKeys keys, Idempotency idempotency, AnswerFormat format, Settings settings)
{
    /// <summary>Adds the author that the request describes, once.</summary>
    public Task<IResult> Create(HttpRequest request, Func<Task<Outcome<AuthorFields>>> read) =>
        idempotency.Once(request, keys.Find, async claim =>
        {
            if (!(await read()).Succeeded(out var author, out var failure))
                return Problems.From(failure);
            var added = await authors.Insert(author, request.HttpContext.Actor(), new Remembered<AuthorRow>(keys, claim, Created), request.HttpContext.RequestAborted);
            return added.Succeeded(out var row, out failure) ? new JsonAnswer(Created(row)) : Problems.From(failure);
        });

    /// <summary>Changes an author if it is still the version that the client knows.</summary>
    public async Task<IResult> Change(long id, HttpRequest request, Func<Task<Outcome<AuthorChange>>> read)
    {
        if (!Preconditions.Read(request, id, settings.RequireIfMatch).Succeeded(out var expected, out var failure))
            return Problems.From(failure);
        if (!(await read()).Succeeded(out var change, out failure))
            return Problems.From(failure);
        var changed = await authors.Update(id, expected, change, request.HttpContext.Actor(), request.HttpContext.RequestAborted);
        return changed.Succeeded(out var row, out failure)
            ? new JsonAnswer(format.Ok(AuthorWithContact.From(row), row.ResourceVersion))
            : Problems.From(failure);
    }

    /// <summary>Deletes an author if it is still the version that the client knows.</summary>
    public async Task<IResult> Delete(long id, HttpRequest request)
    {
        if (!Preconditions.Read(request, id, settings.RequireIfMatch).Succeeded(out var expected, out var failure))
            return Problems.From(failure);
        var deleted = await authors.Delete(id, expected, request.HttpContext.Actor(), request.HttpContext.RequestAborted);
        return deleted.Failure is { } refused ? Problems.From(refused) : TypedResults.NoContent();
    }

    private WrittenAnswer Created(AuthorRow row) => format.Created(AuthorWithContact.From(row), row.ResourceVersion, $"{AuthorEndpoints.Path}/{row.Id}");
}
