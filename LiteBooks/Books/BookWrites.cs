using LiteBooks.Data;
using LiteBooks.Http;
using LiteBooks.Http.Access;
using LiteBooks.Http.Answers;

namespace LiteBooks.Books;

/// <summary>What both versions of the API do to write a book: preconditions, repeats, and the repository. They differ in how a body is read and a row is shown.</summary>
public sealed class BookWrites(BookRepository books, IdempotencyKeys keys, Idempotency idempotency, Settings settings)
{
    /// <summary>Adds the book that the request describes, once.</summary>
    public Task<IResult> Create<T>(HttpRequest request, Func<Task<Outcome<BookFields>>> read, BookAnswers<T> answers) where T : notnull =>
        idempotency.Once(request, keys.Find, async claim =>
        {
            if (!(await read()).Succeeded(out var book, out var failure))
                return Problems.From(failure);
            return answers.Added(await books.Insert(book, request.HttpContext.Actor(), new Remembered<BookRow>(keys, claim, answers.Created), request.HttpContext.RequestAborted));
        });

    /// <summary>Changes a book if it is still the version that the client knows.</summary>
    public async Task<IResult> Change<T>(long id, HttpRequest request, Func<Task<Outcome<BookChange>>> read, BookAnswers<T> answers) where T : notnull
    {
        if (!Preconditions.Read(request, id, settings.RequireIfMatch).Succeeded(out var expected, out var failure))
            return Problems.From(failure);
        if (!(await read()).Succeeded(out var change, out failure))
            return Problems.From(failure);
        return answers.Changed(await books.Update(id, expected, change, request.HttpContext.Actor(), request.HttpContext.RequestAborted));
    }

    /// <summary>Deletes a book if it is still the version that the client knows.</summary>
    public async Task<IResult> Delete(long id, HttpRequest request)
    {
        if (!Preconditions.Read(request, id, settings.RequireIfMatch).Succeeded(out var expected, out var failure))
            return Problems.From(failure);
        var deleted = await books.Delete(id, expected, request.HttpContext.Actor(), request.HttpContext.RequestAborted);
        return deleted.Failure is { } refused ? Problems.From(refused) : TypedResults.NoContent();
    }
}
