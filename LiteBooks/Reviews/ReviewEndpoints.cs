using LiteBooks.Data;
using LiteBooks.Http;
using LiteBooks.Http.Access;
using LiteBooks.Http.Answers;
using LiteBooks.Http.Description;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiteBooks.Reviews;

/// <summary>The routes of reviews: those of a book for its readers, single ones, and the queue of those that wait for a moderator.</summary>
public static class ReviewEndpoints
{
    public const string Path = "/api/v1/reviews";
    public const string PathOfBook = "/api/v1/books/{id}/reviews";

    public static void MapReviews(this IEndpointRouteBuilder app)
    {
        var ofBook = app.MapGroup(PathOfBook).About("reviews", "What readers think of books.").AsApi();
        ofBook.MapGet("/", ListOfBook).WithName("ListReviewsOfBook").ForReaders().Asks([.. ReviewQuery.OfBook, .. QueryParameter.Shaping])
            .Sends(ResponseHeader.PageLinks, ResponseHeader.TotalCount, ResponseHeader.TotalPages);
        ofBook.MapPost("/", Create).WithName("CreateReview").ForViewers().Takes(typeof(CreateReview))
            .Gives(201, typeof(ReviewResponse), ResponseHeader.Location with { Example = $"{Path}/6" }, ResponseHeader.ETag)
            .Heeds(RequestHeader.IdempotencyKey).Fails("idempotency_key_in_use", "idempotency_key_reused");

        var reviews = app.MapGroup(Path).About("reviews", "What readers think of books.").AsApi();
        reviews.MapGet("/", List).WithName("ListReviews").ForEditors().Asks([.. ReviewQuery.ForModeration, .. QueryParameter.Shaping])
            .Sends(ResponseHeader.PageLinks, ResponseHeader.TotalCount, ResponseHeader.TotalPages, ResponseHeader.VaryByCaller);
        reviews.MapGet("/{id}", Get).WithName("GetReview").ForReaders().Asks(QueryParameter.Shaping).Sends(ResponseHeader.VaryByCaller);
        reviews.MapPatch("/{id}", Update).WithName("UpdateReview").ForViewers().Takes(typeof(UpdateReview), JsonBody.Json, JsonBody.MergePatch).Gives(200, typeof(ReviewResponse), ResponseHeader.ETag)
            .Heeds(RequestHeader.IfMatch).Fails("empty_patch", "version_mismatch", "precondition_required");
        reviews.MapDelete("/{id}", Delete).WithName("DeleteReview").ForViewers().Gives(204, typeof(void))
            .Heeds(RequestHeader.IfMatch).Fails("version_mismatch", "precondition_required");
    }

    /// <summary>List the reviews of a book</summary>
    /// <remarks>Those that are approved, the newest first, with the rating that all of them together give the book.</remarks>
    /// <param name="id">The book's id.</param>
    /// <response code="200">A page of reviews.</response>
    private static Results<Representation<ReviewPage>, ProblemHttpResult> ListOfBook(long id, HttpRequest request, ReviewRepository reviews)
    {
        if (!ReviewQuery.ReadOfBook(id, request.Query).Succeeded(out var query, out var failure))
            return Problems.From(failure);
        return reviews.PageOfBook(id, query).Succeeded(out var page, out failure) ? new Representation<ReviewPage>(page) : Problems.From(failure);
    }

    /// <summary>Review a book</summary>
    /// <remarks>The review is pending, and so seen by its author and by editors alone, until an editor approves it.</remarks>
    /// <param name="id">The book's id.</param>
    /// <response code="201">The review as it was stored.</response>
    private static Task<IResult> Create(long id, HttpRequest request, ReviewRepository reviews, IdempotencyKeys keys, Idempotency idempotency, AnswerFormat format)
    {
        return idempotency.Once(request, keys.Find, async claim =>
        {
            var username = request.HttpContext.Caller()?.Username;
            var read = await JsonBody.Read<ReviewFields>(request, body => ReviewRules.Check(CreateReview.Read(body), username, body.Faults));
            if (!read.Succeeded(out var fields, out var failure))
                return Problems.From(failure);
            var remembered = new Remembered<ReviewRow>(keys, claim, Answer);
            var added = await reviews.Insert(id, fields, request.HttpContext.Actor(), remembered, request.HttpContext.RequestAborted);
            return added.Succeeded(out var row, out failure) ? new JsonAnswer(Answer(row)) : Problems.From(failure);
        });

        WrittenAnswer Answer(ReviewRow row) => format.Created(ReviewResponse.From(row), row.ResourceVersion, $"{Path}/{row.Id}");
    }

    /// <summary>List reviews to moderate</summary>
    /// <remarks>Those that are pending, unless other statuses are asked for; the oldest first.</remarks>
    /// <response code="200">A page of reviews.</response>
    private static Results<Representation<ModeratedReviewPage>, ProblemHttpResult> List(HttpRequest request, ReviewRepository reviews)
    {
        request.HttpContext.VariesByCaller();
        if (!ReviewQuery.ReadForModeration(request.Query).Succeeded(out var query, out var failure))
            return Problems.From(failure);
        return new Representation<ModeratedReviewPage>(ModeratedReviewPage.From(reviews.List(query), query.Page));
    }

    /// <summary>Get a review</summary>
    /// <remarks>One that is not approved is there for its author and for editors alone.</remarks>
    /// <param name="id">The review's id.</param>
    /// <response code="200">The review.</response>
    private static Results<Representation<ReviewResponse>, ProblemHttpResult> Get(long id, HttpRequest request, ReviewRepository reviews)
    {
        request.HttpContext.VariesByCaller();
        return reviews.Find(id) is { } row && ReviewCaller.Of(request.HttpContext).Sees(row)
            ? new Representation<ReviewResponse>(ReviewResponse.From(row), row.ResourceVersion)
            : Problems.From(new NotFound("review", id));
    }

    /// <summary>Change a review</summary>
    /// <remarks>
    /// A JSON merge patch (RFC 7396). Authors change their own, which is pending again then; editors change any, and decide on
    /// its status.
    /// </remarks>
    /// <param name="id">The review's id.</param>
    /// <response code="200">The review as it is now.</response>
    private static async Task<IResult> Update(long id, HttpRequest request, ReviewRepository reviews, AnswerFormat format, Settings settings)
    {
        if (!Preconditions.Read(request, id, settings.RequireIfMatch).Succeeded(out var expected, out var failure))
            return Problems.From(failure);
        var read = await JsonBody.Read<ReviewPatch>(request, body => body.IsEmpty
            ? Malformed.EmptyPatch
            : ReviewRules.Check(UpdateReview.Read(body), body.Faults), JsonBody.Json, JsonBody.MergePatch);
        if (!read.Succeeded(out var patch, out failure))
            return Problems.From(failure);
        var http = request.HttpContext;
        var changed = await reviews.Update(id, expected, patch, ReviewCaller.Of(http), http.Actor(), http.RequestAborted);
        return changed.Succeeded(out var row, out failure)
            ? new JsonAnswer(format.Ok(ReviewResponse.From(row), row.ResourceVersion))
            : Problems.From(failure);
    }

    /// <summary>Delete a review</summary>
    /// <remarks>Authors delete their own, editors any.</remarks>
    /// <param name="id">The review's id.</param>
    /// <response code="204">The review is gone.</response>
    private static async Task<IResult> Delete(long id, HttpRequest request, ReviewRepository reviews, Settings settings)
    {
        if (!Preconditions.Read(request, id, settings.RequireIfMatch).Succeeded(out var expected, out var failure))
            return Problems.From(failure);
        var http = request.HttpContext;
        var deleted = await reviews.Delete(id, expected, ReviewCaller.Of(http), http.Actor(), http.RequestAborted);
        return deleted.Failure is { } refused ? Problems.From(refused) : TypedResults.NoContent();
    }
}
