using LiteBooks.Tests.Support;
using Xunit.Abstractions;

namespace LiteBooks.Tests.Books;

/// <summary>Walks by cursor through random lists while books come and go: who stays is seen exactly once, in order.</summary>
public sealed class CursorWalkTests(AppFixture app, ITestOutputHelper output) : IClassFixture<AppFixture>
{
    private const int Books = 120;
    private const int Walks = 40;

    private readonly List<ModelBook> _books = [];

    [Fact]
    public async Task Every_book_that_stays_is_seen_exactly_once_in_both_directions()
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"Seed: {seed}");
        var random = new Random(seed);
        for (var i = 0; i < Books; i++)
            await Add(random);

        for (var walk = 0; walk < Walks; walk++)
        {
            var query = ModelQuery.Random(random, limit: random.Next(1, 30));
            var what = $"Seed {seed}, walk {walk}: {query}";
            var address = $"{Api.Books}/cursor?{query}";
            await Walk(random, query, (await app.Api.Get(address)).ShouldBe(200), "next", what);
            await Walk(random, query, await End(address), "prev", what);
        }
    }

    /// <summary>The last piece of a list that rests.</summary>
    private async Task<Answer> End(string address)
    {
        var answer = (await app.Api.Get(address)).ShouldBe(200);
        while (answer.Links.TryGetValue("next", out var next))
            answer = (await app.Api.Get(next)).ShouldBe(200);
        return answer;
    }

    // Who was there at the start and still is at the end has to be seen, once and in order; whoever else was seen has to have been there.
    private async Task Walk(Random random, ModelQuery query, Answer answer, string relation, string what)
    {
        var atStart = query.Apply(_books).ConvertAll(book => book.Id);
        var ever = atStart.ToHashSet();
        var seen = answer.Json.Ids().ToList();
        while (answer.Links.TryGetValue(relation, out var next))
        {
            await Change(random);
            ever.UnionWith(query.Apply(_books).Select(book => book.Id));
            answer = (await app.Api.Get(next)).ShouldBe(200);
            seen.InsertRange(relation == "next" ? seen.Count : 0, answer.Json.Ids());
        }
        var stayed = query.Apply(_books).ConvertAll(book => book.Id).Where(atStart.Contains).ToList();
        Assert.True(stayed.SequenceEqual(seen.Where(stayed.Contains)), $"{what}, {relation}: saw [{string.Join(", ", seen)}]; there stayed [{string.Join(", ", stayed)}]");
        Assert.True(seen.Distinct().Count() == seen.Count, $"{what}, {relation}: saw a book twice: [{string.Join(", ", seen)}]");
        Assert.True(seen.TrueForAll(ever.Contains), $"{what}, {relation}: saw books that do not match: [{string.Join(", ", seen.Except(ever))}]");
    }

    private async Task Change(Random random)
    {
        for (var changes = random.Next(3); changes > 0; changes--)
        {
            if (_books.Count > Books / 2 && random.Next(2) == 0)
                await Remove(random);
            else
                await Add(random);
        }
    }

    private async Task Add(Random random)
    {
        var book = ModelBook.Random(random);
        book.Id = (await app.Api.Create(book.ToJson())).Id();
        using var database = TestDatabase.Connect(app.DatabasePath);
        database.Run("UPDATE books SET status = @p1, stock_quantity = @p2, created_at = @p3 WHERE id = @p0", book.Id, book.Status, book.Stock, book.CreatedAt);
        _books.Add(book);
    }

    private async Task Remove(Random random)
    {
        var place = random.Next(_books.Count);
        (await app.Api.Delete(TestBooks.At(_books[place].Id))).ShouldBe(204);
        _books.RemoveAt(place);
    }
}
