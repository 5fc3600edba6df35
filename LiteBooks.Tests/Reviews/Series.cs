using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Reviews;

/// <summary>A series of random changes of books and their reviews, the same each time for one seed.</summary>
internal sealed class Series(Api api, int seed, params IEnumerable<long> shared)
{
    // Few, so that each gathers many reviews before it goes.
    private const int MostBooks = 5;

    private readonly Random _random = new(seed);
    private readonly List<long> _books = [.. shared];
    private readonly List<long> _reviews = [];

    public Task Step() => _random.Next(100) switch
    {
        < 4 => DeleteBook(),
        < 40 => Create(),
        < 55 => Patch("""{"status":"approved"}"""),
        < 65 => Patch("""{"status":"rejected"}"""),
        < 80 => Patch($$"""{"rating":{{NextRating()}}}"""),
        < 88 => Patch($$"""{"status":"approved","rating":{{NextRating()}}}"""),
        _ => Delete(),
    };

    private async Task Create()
    {
        while (_books.Count < MostBooks)
            _books.Add((await api.Create()).Id());
        var review = TestReviews.Full().With("rating", NextRating());
        if (Answered(await api.Post(TestReviews.Of(One(_books)), review), 201) is { } created)
            _reviews.Add(created.Json.Id());
        if (_random.Next(2) == 0)
            await Patch("""{"status":"approved"}""");
    }

    private async Task Patch(string change)
    {
        if (_reviews.Count > 0)
            Answered(await api.Patch(TestReviews.At(One(_reviews)), change), 200);
    }

    private async Task Delete()
    {
        if (_reviews.Count > 0)
            Answered(await api.Delete(TestReviews.At(One(_reviews))), 204);
    }

    private async Task DeleteBook()
    {
        if (_books.Count == 0)
            return;
        var book = One(_books);
        _books.Remove(book);
        Answered(await api.Delete(TestBooks.At(book)), 204);
    }

    // What somebody else, or this series itself, has deleted before is not there.
    private static Answer? Answered(Answer answer, int status)
    {
        if (answer.Status == status)
            return answer;
        answer.ShouldBeProblem(404, "not_found");
        return null;
    }

    private int NextRating() => _random.Next(1, 6);

    private T One<T>(List<T> from) => from[_random.Next(from.Count)];
}
