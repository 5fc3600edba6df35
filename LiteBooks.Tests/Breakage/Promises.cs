using System.Globalization;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Breakage;

/// <summary>Many clients, and what all of them were promised.</summary>
internal sealed class Promises(int clients)
{
    private readonly List<PromisingClient> _clients = [.. Enumerable.Range(0, clients).Select(_ => new PromisingClient())];

    public PromisingClient One => _clients[0];

    public int Acknowledged => _clients.Sum(client => client.Acknowledged);

    public IReadOnlyList<string> Refusals => [.. _clients.SelectMany(client => client.Refusals.Keys).Distinct()];

    /// <summary>All of them write at once, until they are told to stop or the server is gone.</summary>
    public Task Run(Uri address, CancellationToken stop) => Task.WhenAll(_clients.Select(client => Task.Run(() => client.Run(address, stop))));

    public async Task RunFor(Uri address, TimeSpan time)
    {
        using var stop = new CancellationTokenSource(time);
        await Run(address, stop.Token);
    }

    /// <summary>Asserts that the file is whole and holds what was acknowledged, and nothing that nobody asked for, apart from so many books of others.</summary>
    public void ShouldBeKept(string file, int apartFrom = 0)
    {
        using var database = TestDatabase.Connect(file);
        Assert.Equal(["ok"], database.Rows("PRAGMA integrity_check"));
        Assert.Empty(database.Rows("PRAGMA foreign_key_check"));
        var stored = database.Rows("""
            SELECT b.isbn, b.id, b.title, b.price_cents / 100, b.tags, (SELECT group_concat(t.tag) FROM book_tags t WHERE t.book_id = b.id),
                (SELECT json_extract(a.after, '$.title') FROM audit a WHERE a.resource = 'books' AND a.resource_id = b.id ORDER BY a.id DESC LIMIT 1)
            FROM books b
            """).Select(row => row.Split('|')).ToDictionary(row => row[0]);
        foreach (var book in _clients.SelectMany(client => client.Books))
            book.Settle(Take(stored, book), file);
        Assert.Equal(apartFrom, stored.Count);
        // A deletion is recorded with the deletion.
        Assert.Empty(database.Rows("""
            SELECT a.resource_id
            FROM audit a
            WHERE a.resource = 'books' AND a.after IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM books b WHERE b.id = a.resource_id)
                AND NOT EXISTS (SELECT 1 FROM audit d WHERE d.resource = 'books' AND d.resource_id = a.resource_id AND d.after IS NULL)
            """));
    }

    private static int? Take(Dictionary<string, string[]> stored, PromisedBook book)
    {
        if (!stored.Remove(book.Isbn, out var row))
            return null;
        book.Id = long.Parse(row[1], CultureInfo.InvariantCulture);
        var state = int.Parse(row[2].Split(' ')[1], CultureInfo.InvariantCulture);
        Assert.Equal([$"State {state}", $"{PromisingClient.Price(state)}", $"[\"s{state}\"]", $"s{state}", $"State {state}"], row[2..]);
        return state;
    }
}
