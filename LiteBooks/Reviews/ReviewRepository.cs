using Dapper;
using LiteBooks.Data;
using Microsoft.Data.Sqlite;

namespace LiteBooks.Reviews;

/// <summary>All SQL of reviews. Triggers of the schema keep the rating of a book beside each change of its reviews.</summary>
public sealed class ReviewRepository(Database database, AuditTrail audit, TimeProvider clock)
{
    private const string Columns = "id, book_id, user_id, reviewer_name, rating, title, body, status, created_at, updated_at, version";

    public ReviewRow? Find(long id) => database.ReadOnce(connection => Find(connection, id));

    /// <summary>A page of reviews, and how many match.</summary>
    public ReviewRows List(ReviewQuery query) => database.Read(connection => List(connection, query));

    /// <summary>A page of the reviews of a book with the book's rating, from one snapshot; <see cref="NotFound"/> if there is no such book.</summary>
    public Outcome<ReviewPage> PageOfBook(long bookId, ReviewQuery query) => database.Read<Outcome<ReviewPage>>(connection =>
        connection.QuerySingleOrDefault<BookRatingRow>("SELECT rating_sum, rating_count FROM books WHERE id = @Id", new ReviewedBook(bookId)) is { } rating
            ? ReviewPage.From(List(connection, query), rating, query.Page)
            : new NotFound("book", bookId));

    /// <summary>Adds a review, and stores its answer with it; <see cref="NotFound"/> if there is no such book.</summary>
    public Task<Outcome<ReviewRow>> Insert(long bookId, ReviewFields review, Actor by, Remembered<ReviewRow> remembered, CancellationToken cancel = default) =>
        database.Write<ReviewRow>(connection =>
        {
            if (connection.ExecuteScalar<long>("SELECT EXISTS (SELECT 1 FROM books WHERE id = @Id)", new ReviewedBook(bookId)) == 0)
                return new NotFound("book", bookId);
            // A user that was deleted since the request came leaves the review as it would have left an older one.
            var id = connection.ExecuteScalar<long>("""
                INSERT INTO reviews (book_id, user_id, reviewer_name, rating, title, body, status, created_at)
                VALUES (@BookId, (SELECT id FROM users WHERE id = @UserId), @ReviewerName, @Rating, @Title, @Body, @Status, @Now)
                RETURNING id
                """, Values(review) with { BookId = bookId, UserId = by.UserId });
            audit.Record(connection, by, AuditAction.Create, AuditedResource.Reviews, id);
            return remembered.Store(connection, Find(connection, id)!);
        }, cancel);

    /// <summary>
    /// Changes a review as it is at that moment: <see cref="NotFound"/>, also where the caller must not know of it,
    /// <see cref="Forbidden"/> or <see cref="StaleVersion"/>.
    /// </summary>
    public Task<Outcome<ReviewRow>> Update(long id, ExpectedVersion expected, ReviewPatch patch, ReviewCaller caller, Actor by, CancellationToken cancel = default) =>
        database.Write<ReviewRow>(connection =>
        {
            if (Find(connection, id) is not { } row)
                return new NotFound("review", id);
            if (caller.Refusal(row, patch) is { } refusal)
                return refusal;
            if (!expected.Allows(row.Version))
                return new StaleVersion();
            var before = audit.Snapshot(connection, AuditedResource.Reviews, id);
            connection.Execute("""
                UPDATE reviews
                SET reviewer_name = @ReviewerName,
                    rating = @Rating,
                    title = @Title,
                    body = @Body,
                    status = @Status,
                    updated_at = @Now,
                    version = version + 1
                WHERE id = @Id
                """, Values(patch.ApplyTo(row, caller.IsModerator)) with { Id = id });
            audit.Record(connection, by, AuditAction.Update, AuditedResource.Reviews, id, before);
            return Find(connection, id)!;
        }, cancel);

    /// <summary>Deletes a review; it fails as a change does.</summary>
    public Task<Outcome<long>> Delete(long id, ExpectedVersion expected, ReviewCaller caller, Actor by, CancellationToken cancel = default) =>
        database.Write<long>(connection =>
        {
            if (Find(connection, id) is not { } row)
                return new NotFound("review", id);
            if (caller.Refusal(row) is { } refusal)
                return refusal;
            if (!expected.Allows(row.Version))
                return new StaleVersion();
            var before = audit.Snapshot(connection, AuditedResource.Reviews, id);
            connection.Execute("DELETE FROM reviews WHERE id = @Id", new ReviewById(id));
            audit.Record(connection, by, AuditAction.Delete, AuditedResource.Reviews, id, before);
            return id;
        }, cancel);

    private static ReviewRow? Find(SqliteConnection connection, long id) =>
        connection.QuerySingleOrDefault<ReviewRow>($"SELECT {Columns} FROM reviews WHERE id = @Id", new ReviewById(id));

    private static ReviewRows List(SqliteConnection connection, ReviewQuery query)
    {
        var listing = new ReviewListing(query);
        var total = connection.ExecuteScalar<long>(listing.CountSql, listing.Parameters);
        IReadOnlyList<ReviewRow> rows = query.Page.Offset >= total
            ? []
            : connection.Query<ReviewRow>(listing.PageSql(Columns), listing.Paged()).AsList();
        return new ReviewRows(rows, total);
    }

    private ReviewValues Values(ReviewFields review) => new()
    {
        ReviewerName = review.ReviewerName,
        Rating = review.Rating,
        Title = review.Title,
        Body = review.Body,
        Status = review.Status,
        Now = clock.GetUtcNow().ToUnixTimeMilliseconds(),
    };
}

/// <summary>The rows of a page, and how many there are on all pages.</summary>
public sealed record ReviewRows(IReadOnlyList<ReviewRow> Rows, long Total);
