using System.Text.Json.Nodes;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Breakage;

/// <summary>Creates, changes and deletes books of its own, one request after the other, and remembers what it was promised.</summary>
internal sealed class PromisingClient
{
    private static int _lastState;

    private readonly List<PromisedBook> _books = [];

    public IReadOnlyList<PromisedBook> Books => _books;

    /// <summary>How many writes were acknowledged.</summary>
    public int Acknowledged { get; private set; }

    /// <summary>The codes of the refusals that it met, each with its number.</summary>
    public Dictionary<string, int> Refusals { get; } = [];

    /// <summary>Goes on until it is told to stop, or the server is gone.</summary>
    public async Task Run(Uri address, CancellationToken stop)
    {
        using var api = new Api(address);
        try
        {
            while (!stop.IsCancellationRequested)
                await Write(api);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return;
        }
    }

    /// <summary>One write of any kind.</summary>
    public async Task<Answer> Write(Api api)
    {
        var kind = Random.Shared.Next(10);
        var there = _books.Where(book => book is { Sure: not null, IsOpen: false, Id: not null }).ToList();
        if (kind < 4 || there.Count == 0)
            return await Create(api);
        var book = there[Random.Shared.Next(there.Count)];
        return kind < 8 ? await Change(api, book) : await Delete(api, book);
    }

    public async Task<Answer> Create(Api api)
    {
        var book = new PromisedBook();
        _books.Add(book);
        var state = NextState();
        var answer = await Note(book, state, api.Post(Api.Books, Body(state).With("isbn", book.Isbn).With("author_name", "An Author")));
        if (answer.Status == 201)
            book.Id = answer.Json.Id();
        return answer;
    }

    public Task<Answer> Change(Api api, PromisedBook book)
    {
        var state = NextState();
        return Note(book, state, api.Patch(TestBooks.At(book.Id!.Value), Body(state)));
    }

    private Task<Answer> Delete(Api api, PromisedBook book) => Note(book, null, api.Delete(TestBooks.At(book.Id!.Value)));

    private async Task<Answer> Note(PromisedBook book, int? state, Task<Answer> request)
    {
        book.Ask(state);
        var answer = await request;
        if (answer.Status is >= 200 and < 300)
        {
            book.Acknowledge();
            Acknowledged++;
            return answer;
        }
        // Nothing else than the database's state may be in its way, and then nothing was changed.
        answer.ShouldBe(503);
        var code = answer.Json.Text("code")!;
        answer.ShouldBeProblem(503, code);
        Refusals[code] = Refusals.GetValueOrDefault(code) + 1;
        book.Refuse();
        return answer;
    }

    /// <summary>The price of a book in a state.</summary>
    public static int Price(int state) => state % 900 + 1;

    // Title, price and tags say the same, so that half of a change would show.
    private static JsonObject Body(int state) => new()
    {
        ["title"] = $"State {state}",
        ["price"] = Price(state),
        ["tags"] = new JsonArray($"s{state}"),
        ["description"] = new string('x', 500),
    };

    private static int NextState() => Interlocked.Increment(ref _lastState);
}
