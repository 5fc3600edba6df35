using LiteBooks.Http;
using LiteBooks.Http.Access;
using LiteBooks.Http.Answers;
using LiteBooks.Http.Description;

namespace LiteBooks.Books;

/// <summary>Explains an ISBN as one typed or scanned it.</summary>
public static class IsbnEndpoints
{
    public static void MapIsbn(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/v1/isbn/{any}", Explain).WithName("ExplainIsbn").About("books", "The books of the catalogue.").AsApi().ForReaders().Asks(QueryParameter.Shaping);

    /// <summary>Explain and convert an ISBN</summary>
    /// <remarks>As it was typed or scanned: with or without hyphens, `ISBN` before it, or a scanner's add-on behind it.</remarks>
    /// <param name="any">The ISBN.</param>
    /// <response code="200">Both forms of it, whether it is right, and the book that has it.</response>
    private static Representation<IsbnExplanation> Explain(string any, BookRepository books, Settings settings)
    {
        // A book may be held under a number that does not check, where the catalogue is told not to mind.
        var isbn = Isbn.Parse(Isbn.Scanned(any), settings.VerifyIsbn, new Faults());
        return new Representation<IsbnExplanation>(IsbnExplanation.Of(any) with { BookId = isbn is { } known ? books.FindByIsbn(known) : null });
    }
}
