using LiteBooks.Http;
using LiteBooks.Http.Access;
using LiteBooks.Http.Answers;
using LiteBooks.Http.Description;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiteBooks.Authors;

/// <summary>The routes of authors. Their books are listed beside the other books.</summary>
public static class AuthorEndpoints
{
    public const string Path = "/api/v1/authors";

    public static void MapAuthors(this IEndpointRouteBuilder app)
    {
        var authors = app.MapGroup(Path).About("authors", "Those who wrote the books of the catalogue.").AsApi().ForReaders();
        authors.MapGet("/", List).WithName("ListAuthors").Asks([.. AuthorQuery.Parameters, .. QueryParameter.Shaping])
            .Sends(ResponseHeader.PageLinks, ResponseHeader.TotalCount, ResponseHeader.TotalPages);
        authors.MapPost("/", Create).WithName("CreateAuthor").ForEditors().Takes(typeof(CreateAuthor)).Gives(201, typeof(AuthorWithContact), ResponseHeader.Location, ResponseHeader.ETag)
            .Heeds(RequestHeader.IdempotencyKey).Fails("duplicate_author", "idempotency_key_in_use", "idempotency_key_reused");

        authors.MapGet("/{id}", Get).WithName("GetAuthor").Asks(QueryParameter.Shaping).Sends(ResponseHeader.VaryByCaller);
        authors.MapPut("/{id}", Replace).WithName("ReplaceAuthor").ForEditors().Takes(typeof(ReplaceAuthor)).Gives(200, typeof(AuthorWithContact), ResponseHeader.ETag)
            .Heeds(RequestHeader.IfMatch).Fails("duplicate_author", "version_mismatch", "precondition_required");
        authors.MapPatch("/{id}", Update).WithName("UpdateAuthor").ForEditors().Takes(typeof(UpdateAuthor), JsonBody.Json, JsonBody.MergePatch).Gives(200, typeof(AuthorWithContact), ResponseHeader.ETag)
            .Heeds(RequestHeader.IfMatch).Fails("empty_patch", "duplicate_author", "version_mismatch", "precondition_required");
        authors.MapDelete("/{id}", Delete).WithName("DeleteAuthor").ForEditors().Gives(204, typeof(void))
            .Heeds(RequestHeader.IfMatch).Fails("author_has_books", "version_mismatch", "precondition_required");
    }

    /// <summary>List authors</summary>
    /// <remarks>Searched, sorted, one page at a time; without their contacts, which a single author has.</remarks>
    /// <response code="200">A page of authors.</response>
    private static Results<Representation<AuthorPage>, ProblemHttpResult> List(HttpRequest request, AuthorRepository authors) =>
        AuthorQuery.Read(request.Query).Succeeded(out var query, out var failure)
            ? new Representation<AuthorPage>(authors.List(query))
            : Problems.From(failure);

    /// <summary>Get an author</summary>
    /// <remarks>With `contact` for editors and admins, and without that member for everybody else.</remarks>
    /// <param name="id">The author's id.</param>
    /// <response code="200">The author.</response>
    private static Results<Representation<AuthorResponse>, Representation<AuthorWithContact>, ProblemHttpResult> Get(long id, HttpContext context, AuthorRepository authors)
    {
        context.VariesByCaller();
        if (authors.Find(id) is not { } row)
            return Problems.From(new NotFound("author", id));
        if (context.MayActAs(Roles.Editor))
            return new Representation<AuthorWithContact>(AuthorWithContact.From(row), row.ResourceVersion);
        // A tag without a version: who has not seen the contact cannot replace it unknowingly.
        return new Representation<AuthorResponse>(AuthorResponse.From(row));
    }

    /// <summary>Add an author</summary>
    /// <remarks>An author is also added by the first book that names it.</remarks>
    /// <response code="201">The author as it was stored.</response>
    private static Task<IResult> Create(HttpRequest request, AuthorWrites writes) =>
        writes.Create(request, () => JsonBody.Read<AuthorFields>(request, body => AuthorRules.Check(CreateAuthor.Read(body), body.Faults)));

    /// <summary>Replace an author</summary>
    /// <remarks>
    /// Every field that a creation takes is replaced, and those that are absent are cleared, the contact among them. Members
    /// that cannot be replaced may be sent back as they were given. A new name shows in all books at once.
    /// </remarks>
    /// <param name="id">The author's id.</param>
    /// <response code="200">The author as it is now.</response>
    private static Task<IResult> Replace(long id, HttpRequest request, AuthorWrites writes) =>
        writes.Change(id, request, () => JsonBody.Read<AuthorChange>(request, body =>
        {
            var author = AuthorRules.Check(CreateAuthor.Read(body), body.Faults);
            var readOnly = ReadOnlyMembers.Read(body);
            return (AuthorChange)(row => ReplaceAuthor.Over(row, author, readOnly));
        }));

    /// <summary>Change an author</summary>
    /// <remarks>
    /// A JSON merge patch (RFC 7396): what is absent stays, `null` clears an optional field, and `contact` and its `address` are
    /// merged member by member. A new name shows in all books at once.
    /// </remarks>
    /// <param name="id">The author's id.</param>
    /// <response code="200">The author as it is now.</response>
    private static Task<IResult> Update(long id, HttpRequest request, AuthorWrites writes) =>
        writes.Change(id, request, () => JsonBody.Read<AuthorChange>(request, body =>
        {
            var patch = UpdateAuthor.Read(body);
            body.RefuseUnknown();
            // Values are checked on the author that comes of the patch; if it does not come that far, they are told beside the rest.
            if (body.Faults.Any)
                patch.Check(body.Faults);
            return patch.IsEmpty ? Malformed.EmptyPatch : (AuthorChange)patch.Over;
        }, JsonBody.Json, JsonBody.MergePatch));

    /// <summary>Delete an author</summary>
    /// <remarks>Not while there are books of it. Its id is never given to another author.</remarks>
    /// <param name="id">The author's id.</param>
    /// <response code="204">The author is gone.</response>
    private static Task<IResult> Delete(long id, HttpRequest request, AuthorWrites writes) => writes.Delete(id, request);
}
