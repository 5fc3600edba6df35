using LiteBooks.Http;
using LiteBooks.Http.Access;
using LiteBooks.Http.Answers;
using LiteBooks.Http.Description;
using Microsoft.AspNetCore.Http.HttpResults;
using static LiteBooks.Books.BookQueryParameters;

namespace LiteBooks.Books;

/// <summary>The books of one author. The address is the author's, the list is that of books.</summary>
public static class AuthorBooks
{
    public static void MapAuthorBooks(this IEndpointRouteBuilder app) =>
        app.MapGroup("/api/v1/authors/{id}/books").MapGet("/", List).WithName("ListBooksOfAuthor").WithTags("authors").AsApi().ForReaders()
            .Asks([.. Filters, .. Sorting, .. QueryParameter.Paging("Books"), .. QueryParameter.Shaping])
            .Sends(ResponseHeader.PageLinks, ResponseHeader.TotalCount, ResponseHeader.TotalPages);

    /// <summary>List the books of an author</summary>
    /// <remarks>Filtered, sorted, one page at a time, as the list of all books.</remarks>
    /// <param name="id">The author's id.</param>
    /// <response code="200">A page of books.</response>
    private static Results<Representation<BookPage>, ProblemHttpResult> List(long id, HttpRequest request, BookLists books)
    {
        if (!BookQuery.Read(request.Query, ListKind.Pages).Succeeded(out var query, out var failure))
            return Problems.From(failure);
        return books.PageOfAuthor(id, query).Succeeded(out var page, out failure) ? new Representation<BookPage>(page) : Problems.From(failure);
    }
}
