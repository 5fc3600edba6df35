using LiteBooks.Http;
using LiteBooks.Http.Answers;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiteBooks.Books;

/// <summary>Other ways through the same list: by cursor, by the old search, and counted by value.</summary>
internal static class BookWalks
{
    // Clients of the old search have a year to move.
    private static readonly DateTimeOffset SearchEnds = Deprecation.Since.AddYears(1);

    private static DateTimeOffset EndOfSearch(Settings settings) =>
        settings.V1Sunset?.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) is { } end && end < SearchEnds ? end : SearchEnds;

    /// <summary>Walk through books by cursor</summary>
    /// <remarks>
    /// For long lists that change: nothing is seen twice or missed, however many books come and go meanwhile. A cursor is good
    /// for the filters and the sort that it was given for.
    /// </remarks>
    /// <response code="200">Some books, and the cursors of those behind and before them.</response>
    public static Results<Representation<BookCursorPage>, ProblemHttpResult> Walk(HttpRequest request, BookLists books)
    {
        if (!BookQuery.Read(request.Query, ListKind.Walk).Succeeded(out var query, out var failure))
            return Problems.From(failure);
        var read = Piece.Read(
            request.Query, query.ListDigest, (place, backwards) => books.Slice(query, place, backwards, query.Limit), row => new Place(row.SortText, row.SortNumber, row.Id));
        return read.Succeeded(out var piece, out failure) ? new Representation<BookCursorPage>(BookCursorPage.From(piece)) : Problems.From(failure);
    }

    /// <summary>Search for books (use the list with `search`)</summary>
    /// <remarks>The same as the list with `search=`, under an older name.</remarks>
    /// <response code="200">A page of books.</response>
    public static Results<Representation<BookPage>, ProblemHttpResult> Search(HttpRequest request, BookLists books, Settings settings)
    {
        Deprecation.Announce(request.HttpContext.Response, EndOfSearch(settings), BookEndpoints.Path);
        if (!BookQuery.Read(request.Query, ListKind.Pages, "q", requireSearch: true).Succeeded(out var query, out var failure))
            return Problems.From(failure);
        return new Representation<BookPage>(books.Page(query));
    }

    /// <summary>Count books by genre, status, tag, decade and price</summary>
    /// <remarks>Of the books that a list with the same filters would show.</remarks>
    /// <response code="200">The counts.</response>
    public static Results<Representation<BookFacets>, ProblemHttpResult> Facets(HttpRequest request, BookLists books)
    {
        if (!BookQuery.Read(request.Query, ListKind.Counts).Succeeded(out var query, out var failure))
            return Problems.From(failure);
        return new Representation<BookFacets>(books.Facets(query));
    }
}
