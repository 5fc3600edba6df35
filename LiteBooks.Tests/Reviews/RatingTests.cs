using System.Text.Json;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Reviews;

/// <summary>The average and the number of ratings of a book are right after whatever was done to its reviews.</summary>
public sealed class RatingTests(AppFixture app) : IClassFixture<AppFixture>
{
    private const string Wrong = """
        SELECT b.id, b.rating_sum, b.rating_count
        FROM books b
        WHERE b.rating_count <> (SELECT COUNT(*) FROM reviews r WHERE r.book_id = b.id AND r.status = 'approved')
            OR b.rating_sum <> (SELECT coalesce(SUM(r.rating), 0) FROM reviews r WHERE r.book_id = b.id AND r.status = 'approved')
        """;

    [Fact]
    public async Task After_each_of_a_long_series_of_changes()
    {
        var series = new Series(app.Api, seed: 1);
        for (var i = 0; i < 400; i++)
        {
            await series.Step();
            if (i % 10 == 0)
                await ShouldBeRight();
        }
        await ShouldBeRight();
    }

    [Fact]
    public async Task After_many_series_at_once_on_the_same_books()
    {
        var books = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => app.Api.Create()));
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async worker =>
        {
            var series = new Series(app.Api, seed: 100 + worker, books.Select(book => book.Id()));
            for (var i = 0; i < 60; i++)
                await series.Step();
        }));

        await ShouldBeRight();
    }

    private async Task ShouldBeRight()
    {
        using var database = TestDatabase.Connect(app.DatabasePath);
        Assert.Empty(database.Rows(Wrong));
        foreach (var book in database.Rows("SELECT id FROM books").Select(long.Parse))
            await ShouldBeRight(book, [.. database.Rows("SELECT rating FROM reviews WHERE book_id = @p0 AND status = 'approved'", book).Select(decimal.Parse)]);
    }

    private async Task ShouldBeRight(long book, IReadOnlyList<decimal> ratings)
    {
        decimal? average = ratings.Count == 0 ? null : Math.Round(ratings.Average(), 2, MidpointRounding.AwayFromZero);
        var page = (await app.Api.Get(TestReviews.Of(book))).ShouldBe(200).Json;
        Assert.Equal((average, ratings.Count, ratings.Count), (Number(page.GetProperty("average_rating")), page.GetProperty("rating_count").GetInt32(), page.GetProperty("total").GetInt32()));
        var rating = (await app.Api.Get($"{Api.BooksV2}/{book}")).ShouldBe(200).Json.GetProperty("data").GetProperty("rating");
        Assert.Equal((average, ratings.Count), (Number(rating.GetProperty("average")), rating.GetProperty("count").GetInt32()));
    }

    private static decimal? Number(JsonElement value) => value.ValueKind == JsonValueKind.Null ? null : value.GetDecimal();
}
