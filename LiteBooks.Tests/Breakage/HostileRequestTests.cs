using System.Net.Sockets;
using System.Text;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Breakage;

/// <summary>Requests that are made to break a server: each is refused in its own way, and the next one is served.</summary>
[Trait("Category", "Faults")]
public sealed class HostileRequestTests(HostileRequestTests.Fixture app) : IClassFixture<HostileRequestTests.Fixture>, IAsyncLifetime
{
    private const int Mebibyte = 1024 * 1024;
    private const int MostMemoryGrowth = 200 * Mebibyte;

    private readonly string _book = TestBooks.Minimal().ToJsonString();

    public sealed class Fixture : IAsyncLifetime
    {
        private readonly TempFolder _folder = new();

        internal ChildServer Server { get; private set; } = null!;

        internal Api Api { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Server = await ChildServer.Start(_folder.File("books.db"), [("Catalog:Sample", "false"), ("Log:Format", "text")]);
            Api = new Api(Server.Address);
        }

        public async Task DisposeAsync()
        {
            Api.Dispose();
            await Server.DisposeAsync();
            _folder.Dispose();
        }
    }

    // What is no HTTP is refused by the web server itself, with a status and no body.
    [Theory]
    [InlineData("GET /api/v1/books?search={x*9000} HTTP/1.1\r\nHost: localhost\r\n\r\n", 414)]
    [InlineData("GET /{x*1000000} HTTP/1.1\r\nHost: localhost\r\n\r\n", 414)]
    [InlineData("GET / HTTP/1.1\r\nHost: localhost\r\nX-Large: {x*40000}\r\n\r\n", 431)]
    [InlineData("GET / HTTP/1.1\r\nHost: localhost\r\n{header*100}\r\n", 431)]
    [InlineData("GET / HTTP/1.1\r\nHost: localhost\r\n{header*5000}\r\n", 431)]
    [InlineData("GET / HTTP/1.1\r\nHost: localhost\r\nX-Bad\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400)]
    [InlineData("GET / HTTP/9.9\r\nHost: localhost\r\n\r\n", 505)]
    [InlineData("\u0016\u0003\u0001\n", 400)]
    [InlineData("{x*100000}", 414)]
    [InlineData("POST /api/v1/books HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999999999999\r\n\r\n", 400)]
    [InlineData("POST /api/v1/books HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n", 400)]
    [InlineData("POST /api/v1/books HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: gzip\r\n\r\n", 400)]
    public async Task What_is_no_HTTP_is_refused_with_a_status_alone(string request, int status)
    {
        var answer = await Send(Expand(request));

        Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\n", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[*10000", "]*10000")]
    [InlineData("{\"a\":*10000", "}*10000")]
    [InlineData("[*1000000", "")]
    [InlineData("{\"title\":[*5000", "")]
    public async Task JSON_without_a_floor_is_malformed(string open, string close)
    {
        var body = Repeat(open) + (close.Length > 0 ? "1" + Repeat(close) : "");

        (await app.Api.Post(Api.Books, body)).ShouldBeProblem(400, "malformed_json");
        (await app.Api.Post(Api.Books + "/bulk", body)).ShouldBeProblem(400, "malformed_json");
    }

    [Fact]
    public async Task Values_as_large_as_a_body_may_be_are_refused_for_what_they_are()
    {
        var text = new string('x', Mebibyte - 200);
        var number = new string('9', 1_000_000);
        (await app.Api.Post(Api.Books, $$"""{"title":"{{text}}","author_name":"A","isbn":"{{TestIsbn.Next()}}","price":1}""")).ShouldBeInvalid(("title", "too_long"));
        (await app.Api.Post(Api.Books, $$"""{"title":"T","author_name":"A","isbn":"{{TestIsbn.Next()}}","price":{{number}}}""")).ShouldBe(422);
        (await app.Api.Post(Api.Books, $$"""{"title":"T","author_name":"A","isbn":"{{TestIsbn.Next()}}","price":1e{{number}}}""")).ShouldBe(422);
        (await app.Api.Post(Api.Books, $$"""{"title":"T","author_name":"A","isbn":"{{TestIsbn.Next()}}","price":0.{{number}}}""")).ShouldBe(422);
        (await app.Api.Post(Api.Books, $$"""{"title":"T","author_name":"A","isbn":"{{TestIsbn.Next()}}","price":1,"page_count":{{number}}}""")).ShouldBe(422);
        (await app.Api.Post(Api.Books, $$"""{"title":"T","author_name":"A","isbn":"{{TestIsbn.Next()}}","price":1,"tags":[{{string.Join(',', Enumerable.Range(0, 90_000).Select(i => $"\"t{i}\""))}}]}""")).ShouldBe(422);
        (await app.Api.Post(Api.Books, $$"""{{{string.Join(',', Enumerable.Range(0, 90_000).Select(i => $"\"m{i}\":1"))}}}""")).ShouldBe(422);
        (await app.Api.Post(Api.Books + "/bulk", $"[{string.Join(',', Enumerable.Repeat("{}", 300_000))}]")).ShouldBeProblem(400, "too_many_items");
    }

    [Fact]
    public async Task A_million_members_of_one_name_are_malformed_before_long() =>
        (await app.Api.Post(Api.Books, $$"""{{{string.Join(',', Enumerable.Repeat("\"a\":1", 150_000))}}}""")).ShouldBeProblem(400, "malformed_json");

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task A_body_that_would_have_to_be_unpacked_is_refused(string encoding)
    {
        using var body = Api.Json(_book);
        body.Headers.ContentEncoding.Add(encoding);

        (await app.Api.Send(HttpMethod.Post, Api.Books, body)).ShouldBeProblem(415, "unsupported_media_type");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(65536)]
    public async Task A_body_of_chunks_without_an_end_is_cut_off_at_the_limit(int chunk)
    {
        using var client = await RawConnection.To(app.Server.Address);
        await client.GetStream().WriteAsync(Ascii($"POST {Api.Books} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"));
        var block = Ascii(string.Concat(Enumerable.Repeat($"{chunk:x}\r\n{new string(' ', chunk)}\r\n", Math.Max(1, 65536 / chunk))));
        var answer = client.ReadToEnd();
        for (var sent = 0; sent < 1000 && !answer.IsCompleted; sent++)
        {
            try
            {
                await client.GetStream().WriteAsync(block);
            }
            catch (IOException)
            {
                break;
            }
        }

        Assert.StartsWith("HTTP/1.1 413 ", await answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_size_of_a_chunk_beyond_all_numbers_is_a_bad_request()
    {
        var answer = await Send($"POST {Api.Books} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n");

        Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requests_that_come_before_their_turn_are_answered_in_turn()
    {
        const int requests = 500;
        var all = new StringBuilder();
        for (var i = 0; i < requests; i++)
            all.Append($"GET /api/v1/books/{1_000_000 + i} HTTP/1.1\r\nHost: localhost\r\n{(i == requests - 1 ? "Connection: close\r\n" : "")}\r\n");

        var answer = await Send(all.ToString());

        var places = Enumerable.Range(0, requests).Select(i => answer.IndexOf($"/api/v1/books/{1_000_000 + i}\"", StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public async Task Two_thousand_connections_at_once_leave_nothing_behind()
    {
        await app.Api.Get("/health");
        var before = Handles();
        await Parallel.ForAsync(0, 2000, new ParallelOptions { MaxDegreeOfParallelism = 200 }, async (i, cancel) =>
        {
            try
            {
                using var client = await RawConnection.To(app.Server.Address);
                // Some say something, some half of it, some nothing.
                await client.GetStream().WriteAsync(Ascii((i % 3) switch { 0 => "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n", 1 => "POST / HT", _ => "" }), cancel);
                client.Client.LingerState = new LingerOption(i % 2 == 0, 0);
            }
            catch (Exception e) when (e is IOException or SocketException)
            {
                // Over the limit of connections.
            }
        });

        await Eventually.Is(() => Handles() <= before + 20);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    // After whatever it was: it serves, and has not grown.
    public async Task DisposeAsync()
    {
        await app.Api.Create();
        Assert.InRange(ProcessMemory.Of(app.Server.ProcessId), 0, 60 * Mebibyte + MostMemoryGrowth);
    }

    private int Handles() => OperatingSystem.IsLinux() ? Directory.GetFileSystemEntries($"/proc/{app.Server.ProcessId}/fd").Length : 0;

    private async Task<string> Send(string request)
    {
        using var client = await RawConnection.To(app.Server.Address);
        var answer = client.ReadToEnd();
        try
        {
            await client.GetStream().WriteAsync(Ascii(request));
        }
        catch (IOException)
        {
            // Refused before its end.
        }
        return await answer;
    }

    private static string Expand(string request)
    {
        foreach (var (sign, unit) in new[] { ("{x*", (Func<int, string>)(_ => "x")), ("{header*", i => $"X-{i}: {i}\r\n") })
        {
            if (request.IndexOf(sign, StringComparison.Ordinal) is var begin and >= 0)
            {
                var end = request.IndexOf('}', begin);
                var times = int.Parse(request[(begin + sign.Length)..end], System.Globalization.CultureInfo.InvariantCulture);
                request = request[..begin] + string.Concat(Enumerable.Range(0, times).Select(unit)) + request[(end + 1)..];
            }
        }
        return request;
    }

    private static string Repeat(string what)
    {
        var (unit, times) = (what[..what.LastIndexOf('*')], what[(what.LastIndexOf('*') + 1)..]);
        return string.Concat(Enumerable.Repeat(unit, int.Parse(times, System.Globalization.CultureInfo.InvariantCulture)));
    }

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);
}
