using LiteBooks.Http;
using LiteBooks.Http.Answers;

namespace LiteBooks.Books;

/// <summary>Answers about single books in one version of the API: how a row is shown, and where it lives.</summary>
public sealed class BookAnswers<T>(AnswerFormat format, Func<BookRow, T> show, string path) where T : notnull
{
    public T Show(BookRow row) => show(row);

    public WrittenAnswer Created(BookRow row) => format.Created(show(row), row.ResourceVersion, $"{path}/{row.Id}");

    /// <summary>The answer to a change.</summary>
    public IResult Changed(Outcome<BookRow> changed) => changed.Succeeded(out var row, out var failure)
        ? new JsonAnswer(format.Ok(show(row), row.ResourceVersion))
        : Problems.From(failure);

    /// <summary>The answer to a creation.</summary>
    public IResult Added(Outcome<BookRow> added) => added.Succeeded(out var row, out var failure)
        ? new JsonAnswer(Created(row))
        : Problems.From(failure);
}
