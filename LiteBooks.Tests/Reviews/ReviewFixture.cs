using System.Text.Json;
using System.Text.Json.Nodes;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Reviews;

/// <summary>A claimed server, and books and reviews for the asking.</summary>
public sealed class ReviewFixture : Team
{
    internal async Task<long> NewBook() => (await Api.Post(Api.Books, TestBooks.Minimal(), Editor)).ShouldBe(201).Json.Id();

    /// <summary>A pending review, of a book of its own unless said otherwise.</summary>
    internal async Task<Answer> NewReview((string Name, string Value) author, long? book = null, JsonObject? review = null) =>
        (await Api.Post(TestReviews.Of(book ?? await NewBook()), review ?? TestReviews.Full(), author)).ShouldBe(201);

    /// <summary>A review of which an editor has decided that it is <c>approved</c> or <c>rejected</c>, or not yet: <c>pending</c>.</summary>
    internal async Task<JsonElement> NewReview((string Name, string Value) author, string status, long? book = null, JsonObject? review = null)
    {
        var created = (await NewReview(author, book, review)).Json;
        return status == "pending" ? created : (await Api.Patch(TestReviews.At(created), TestReviews.Status(status), Editor)).ShouldBe(200).Json;
    }

    /// <summary>A book with approved reviews of these ratings, in this order.</summary>
    internal async Task<(long Book, IReadOnlyList<long> Reviews)> NewShelf(params int[] ratings)
    {
        var (book, reviews) = (await NewBook(), new List<long>());
        foreach (var rating in ratings)
            reviews.Add((await NewReview(Viewer, "approved", book, TestReviews.Minimal(rating))).Id());
        return (book, reviews);
    }
}
