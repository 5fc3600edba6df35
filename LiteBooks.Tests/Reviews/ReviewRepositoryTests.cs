using LiteBooks.Data;
using LiteBooks.Reviews;
using LiteBooks.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace LiteBooks.Tests.Reviews;

/// <summary>What requests cannot show: a user that goes between its request and its write, and how lists are looked up.</summary>
[Trait("Category", "InProcess")]
public sealed class ReviewRepositoryTests : DatabaseTest
{
    [Fact]
    public async Task A_review_of_a_user_that_was_deleted_meanwhile_is_nobodys()
    {
        using (var connection = TestDatabase.Connect(File))
        {
            connection.Run("INSERT INTO authors (id, name, name_key, name_folded, created_at) VALUES (1, 'A', 'a', 'a', 0)");
            connection.Run("INSERT INTO books (id, title, title_folded, author_id, author_folded, isbn, isbn_key, price_cents, created_at) VALUES (7, 'B', 'b', 1, 'a', '9780441013593', 1, 100, 0)");
        }
        var (clock, keys) = (TimeProvider.System, new IdempotencyKeys(Database, TimeProvider.System));
        var reviews = new ReviewRepository(Database, new AuditTrail(clock), clock);
        var fields = new ReviewFields { ReviewerName = "gone", Rating = 3, Title = null, Body = null };

        var added = await reviews.Insert(7, fields, new Actor(99, "gone"), new Remembered<ReviewRow>(keys, null, _ => throw new InvalidOperationException()));

        Assert.Equal(("gone", null), (added.Value.ReviewerName, added.Value.UserId));
    }

    [Theory]
    [InlineData("")]
    [InlineData("sort_order=asc")]
    public void The_reviews_of_a_book_follow_an_index(string query) =>
        ShouldFollow("reviews_of_book", ReviewQuery.ReadOfBook(7, Parsed(query)).Value);

    [Theory]
    [InlineData("")]
    [InlineData("sort_order=desc")]
    [InlineData("status=rejected&rating=5")]
    public void The_queue_follows_an_index(string query) =>
        ShouldFollow("reviews_by_status", ReviewQuery.ReadForModeration(Parsed(query)).Value);

    private void ShouldFollow(string index, ReviewQuery query)
    {
        var listing = new ReviewListing(query);
        var plan = Database.Plan(listing.PageSql("id, body"), listing.Paged());
        Assert.StartsWith($"SEARCH reviews USING INDEX {index} ", Assert.Single(plan), StringComparison.Ordinal);
    }

    private static QueryCollection Parsed(string query) => new(QueryHelpers.ParseQuery(query));
}
