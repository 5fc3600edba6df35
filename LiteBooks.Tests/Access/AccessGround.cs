using System.Text.Json.Nodes;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Access;

/// <summary>A server on which each cell of the table finds what it needs, with private values in all of it.</summary>
internal sealed class AccessGround
{
    private const string Report = """{"report_type":"inventory"}""";

    private static int _last;

    private readonly string _database;
    private readonly Team? _team;
    private long _book;

    private AccessGround(Api api, string database, Team? team) => (Api, _database, _team) = (api, database, team);

    public Api Api { get; }

    /// <summary>A server without users.</summary>
    public static AccessGround Open(AppFixture app) => new(app.Api, app.DatabasePath, null);

    public static AccessGround Claimed(Team team) => new(team.Api, team.DatabasePath, team);

    /// <summary>The path with the ids of new resources.</summary>
    public async Task<string> Fill(string path)
    {
        _book = (await Api.Post(Api.Books, TestBooks.Minimal(), Admin)).ShouldBe(201).Json.Id();
        (await Api.Patch($"/api/v1/admin/books/{_book}", PrivateValues.OfBook(), Admin)).ShouldBe(200);
        path = path.Replace("{book}", $"{_book}", StringComparison.Ordinal);
        path = await Replace(path, "{author}", async () => (await Api.Post("/api/v1/authors", NewAuthor(), Admin)).ShouldBe(201).Json.Id());
        path = await Replace(path, "{pending}", Review);
        path = await Replace(path, "{approved}", async () => await Approve(await Review()));
        path = path.Replace("{me}", $"{Viewer}", StringComparison.Ordinal);
        path = await Replace(path, "{order}", Order);
        path = await Replace(path, "{report}", async () => (await Api.Post("/api/v1/reports", Report, Admin)).ShouldBe(202).Json.GetProperty("report_id").GetInt64());
        return await Replace(path, "{user}", async () => _team is null ? 1 : (await Api.Post(TestUsers.Path, NewUser(), Admin)).ShouldBe(201).Json.Id());
    }

    public HttpContent? Body(string name) => name switch
    {
        "" => null,
        "empty" => Api.Json("{}"),
        "book" => Json(TestBooks.Minimal()),
        "books" => Api.Json($"[{TestBooks.Minimal().ToJsonString()}]"),
        "ids" => Api.Json($$"""{"ids":[{{_book}}]}"""),
        "price" => Api.Json("""{"price":1}"""),
        "cost" => Api.Json("""{"cost_price":1}"""),
        "author" => Json(NewAuthor()),
        "bio" => Api.Json("""{"bio":"Wrote."}"""),
        "review" => Api.Json("""{"rating":5,"reviewer_name":"Reader"}"""),
        "rating" => Api.Json("""{"rating":1}"""),
        "approve" => Api.Json("""{"status":"approved"}"""),
        "report" => Api.Json(Report),
        "user" => Json(NewUser()),
        "name" => Api.Json("""{"full_name":"Another Name"}"""),
        "order" => Json(NewOrder()),
        "cancel" => Api.Json("""{"status":"cancelled"}"""),
        "pay" => Api.Json("""{"status":"paid"}"""),
        "revert" => Api.Json($$"""{"audit_id":{{LastEntry()}}}"""),
        "sign-in" => new FormUrlEncodedContent([new("username", "editor"), new("password", Team.Password)]),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
    };

    private long Viewer => _team?.IdOf("viewer") ?? 1;

    private (string, string)[] Admin => _team is null ? [] : [_team.Admin];

    private async Task<long> Review()
    {
        (string, string)[] by = _team is null ? [] : [_team.Viewer];
        return (await Api.Post($"{TestBooks.At(_book)}/reviews", """{"rating":4,"reviewer_name":"Viewer"}""", by)).ShouldBe(201).Json.Id();
    }

    private async Task<long> Approve(long review)
    {
        (await Api.Patch($"/api/v1/reviews/{review}", """{"status":"approved"}""", Admin)).ShouldBe(200);
        return review;
    }

    // Without users there is nobody to order.
    private async Task<long> Order() =>
        _team is null ? 1 : (await Api.Post($"{TestUsers.At(Viewer)}/orders", NewOrder(), _team.Viewer)).ShouldBe(201).Json.Id();

    private long LastEntry()
    {
        using var database = TestDatabase.Connect(_database);
        return (long)database.Scalar("SELECT MAX(id) FROM audit WHERE resource = 'books' AND resource_id = @p0", _book)!;
    }

    private static async Task<string> Replace(string path, string name, Func<Task<long>> make) =>
        path.Contains(name, StringComparison.Ordinal) ? path.Replace(name, $"{await make()}", StringComparison.Ordinal) : path;

    private static ByteArrayContent Json(JsonObject body) => Api.Json(body.ToJsonString());

    private static JsonObject NewAuthor() => PrivateValues.OfAuthor().With("name", $"Author {Interlocked.Increment(ref _last)}");

    private JsonObject NewOrder() => new() { ["items"] = new JsonArray(new JsonObject { ["book_id"] = _book, ["quantity"] = 1 }) };

    private static JsonObject NewUser() => TestUsers.New($"user_{Interlocked.Increment(ref _last)}");
}
