using System.Text.Json;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Http.Traffic;

/// <summary>What the operator reads of requests.</summary>
public sealed class RequestLogTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private ChildServer _server = null!;
    private Api _api = null!;

    [Fact]
    public async Task Every_request_is_one_line_of_JSON()
    {
        (await _api.Get(Api.Books + "/1", ("X-Request-ID", "first"))).ShouldBe(200);
        (await _api.Get("/none", ("X-Request-ID", "second"))).ShouldBe(404);
        (await _api.Get(Api.Books + "/1", ("X-Request-ID", "third"), ("X-Forwarded-For", "192.0.2.7"))).ShouldBe(200);

        var (first, second, third) = (await Line("first"), await Line("second"), await Line("third"));

        Assert.Equal(("GET", Api.Books + "/1", 200, "127.0.0.1"), Said(first));
        Assert.Equal(("GET", "/none", 404, "127.0.0.1"), Said(second));
        Assert.Equal(("GET", Api.Books + "/1", 200, "192.0.2.7"), Said(third));
        Assert.InRange(first.GetProperty("Milliseconds").GetDouble(), 0.001, 30_000);
    }

    [Fact]
    public async Task The_log_holds_no_password_token_query_or_body()
    {
        (await _api.Post("/api/v1/users", """{"username":"ada","email":"ada@example.org","full_name":"Ada","role":"admin","password":"open sesame 1"}""")).ShouldBe(201);
        using var form = new FormUrlEncodedContent([new("username", "ada"), new("password", "open sesame 1")]);
        var token = (await _api.Send(HttpMethod.Post, "/auth/token", form)).ShouldBe(200).Json.GetProperty("access_token").GetString()!;
        (await _api.Get(Api.Books + "?search=whispered", ("Authorization", "Bearer " + token), ("X-Request-ID", "signed-in"))).ShouldBe(200);
        (await _api.Post(Api.Books, """{"title":"murmured"}""", ("Authorization", "Bearer " + token), ("X-Request-ID", "last"))).ShouldBe(422);

        await Line("last");

        Assert.Equal("ada", (await Line("signed-in")).GetProperty("User").GetString());
        Assert.All(["open sesame", "sesame", token, token.Split('.')[2], "whispered", "murmured"], secret => Assert.DoesNotContain(secret, _server.Output, StringComparison.OrdinalIgnoreCase));
    }

    public async Task InitializeAsync()
    {
        _server = await ChildServer.Start(_folder.File("books.db"), [("Log:Format", "json"), ("Http:Proxies", "127.0.0.1"), ("Catalog:Sample", "true")]);
        _api = new Api(_server.Address);
    }

    public async Task DisposeAsync()
    {
        _api.Dispose();
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    private async Task<JsonElement> Line(string requestId)
    {
        await _server.ShouldWrite($"\"RequestId\":\"{requestId}\"");
        return Assert.Single(_server.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(State), state => state.TryGetProperty("RequestId", out var id) && id.GetString() == requestId);
    }

    private static JsonElement State(string line)
    {
        using var entry = JsonDocument.Parse(line);
        return entry.RootElement.GetProperty("State").Clone();
    }

    private static (string?, string?, int, string?) Said(JsonElement state) =>
        (state.Text("Method"), state.Text("Path"), state.GetProperty("Status").GetInt32(), state.Text("Client"));
}
