using System.Text.Json;
using System.Text.Json.Nodes;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Books;

public sealed class BulkCreateTests(AppFixture app) : IClassFixture<AppFixture>
{
    private const string Bulk = Api.Books + "/bulk";

    [Fact]
    public async Task Many_books_are_added_in_their_order()
    {
        var books = Enumerable.Range(0, 100).Select(i => TestBooks.Full().With("title", $"Bulk {i}")).ToArray();

        var answer = (await app.Api.Post(Bulk, Many(books))).ShouldBe(201).Json;

        Assert.Equal(["created", "errors"], answer.Names());
        Assert.Equal(0, answer.GetProperty("errors").GetArrayLength());
        var created = answer.GetProperty("created").EnumerateArray().ToList();
        Assert.Equal(Enumerable.Range(0, 100).Select(i => $"Bulk {i}"), created.Select(book => book.Text("title")));
        Assert.Equal(created[99].GetRawText(), (await app.Api.Find(created[99].Id())).GetRawText());
    }

    [Fact]
    public async Task A_book_whose_isbn_is_held_is_told_and_the_others_are_stored()
    {
        var (ten, thirteen) = TestIsbn.NextPair();
        var held = await app.Api.Create(TestBooks.Minimal().With("isbn", thirteen));
        var before = await app.Api.Count();

        var answer = (await app.Api.Post(Bulk, Many(TestBooks.Minimal(), TestBooks.Minimal().With("isbn", ten), TestBooks.Minimal()))).ShouldBe(201).Json;

        Assert.Equal(2, answer.GetProperty("created").GetArrayLength());
        var error = Assert.Single(answer.GetProperty("errors").EnumerateArray());
        ShouldName(error, 1, ten, held.Id());
        Assert.Equal(before + 2, await app.Api.Count());
    }

    [Fact]
    public async Task A_book_that_comes_twice_is_stored_once()
    {
        var (ten, thirteen) = TestIsbn.NextPair();

        var answer = (await app.Api.Post(Bulk, Many(TestBooks.Minimal().With("isbn", thirteen), TestBooks.Minimal().With("isbn", ten)))).ShouldBe(201).Json;

        var created = Assert.Single(answer.GetProperty("created").EnumerateArray());
        ShouldName(Assert.Single(answer.GetProperty("errors").EnumerateArray()), 1, ten, created.Id());
    }

    [Fact]
    public async Task Books_that_are_all_held_add_none()
    {
        var book = TestBooks.Minimal();
        await app.Api.Create(book);
        var before = await app.Api.Count();

        var answer = (await app.Api.Post(Bulk, Many(book))).ShouldBe(201).Json;

        Assert.Equal((0, 1), (answer.GetProperty("created").GetArrayLength(), answer.GetProperty("errors").GetArrayLength()));
        Assert.Equal(before, await app.Api.Count());
    }

    [Theory]
    [InlineData("true")]
    [InlineData("1")]
    public async Task An_atomic_request_stores_nothing_where_one_is_held(string atomic)
    {
        var held = await app.Api.Create();
        var before = await app.Api.Count();

        var answer = await app.Api.Post($"{Bulk}?atomic={atomic}", Many(TestBooks.Minimal().With("author_name", "Nobody At All"), TestBooks.Minimal().With("isbn", held.Text("isbn"))));

        var problem = answer.ShouldBeProblem(409, "duplicate_isbn");
        ShouldName(Assert.Single(problem.Json.GetProperty("errors").EnumerateArray()), 1, held.Text("isbn")!, held.Id());
        Assert.Equal(before, await app.Api.Count());
        using var database = TestDatabase.Connect(app.DatabasePath);
        Assert.Equal(0L, database.Scalar("SELECT COUNT(*) FROM authors WHERE name = 'Nobody At All'"));
    }

    [Fact]
    public async Task An_atomic_conflict_inside_the_request_names_no_book_that_was_never_stored()
    {
        var isbn = TestIsbn.Next();

        var answer = await app.Api.Post(Bulk + "?atomic=true", Many(TestBooks.Minimal().With("isbn", isbn), TestBooks.Minimal().With("isbn", isbn)));

        var error = Assert.Single(answer.ShouldBeProblem(409, "duplicate_isbn").Json.GetProperty("errors").EnumerateArray());
        Assert.Equal((1, isbn), (error.GetProperty("index").GetInt32(), error.Text("isbn")));
        Assert.False(error.TryGetProperty("existing_id", out var id) && id.ValueKind == JsonValueKind.Number, $"There is no book {error.GetProperty("existing_id")}.");
    }

    [Fact]
    public async Task An_atomic_request_stores_all_where_none_is_held()
    {
        var answer = (await app.Api.Post(Bulk + "?atomic=true", Many(TestBooks.Minimal(), TestBooks.Minimal()))).ShouldBe(201).Json;

        Assert.Equal((2, 0), (answer.GetProperty("created").GetArrayLength(), answer.GetProperty("errors").GetArrayLength()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?atomic=true")]
    public async Task Faults_of_all_items_come_with_their_places_and_nothing_is_stored(string query)
    {
        var before = await app.Api.Count();

        var answer = await app.Api.Post(Bulk + query, Many(
            TestBooks.Minimal(),
            TestBooks.Minimal().With("title", "").With("pric", 1),
            TestBooks.Minimal().With("tags", new JsonArray("a", 7)),
            TestBooks.Minimal().Without("isbn")));

        answer.ShouldBeInvalid(("[1].title", "too_short"), ("[1].pric", "unknown_member"), ("[2].tags[1]", "wrong_type"), ("[3].isbn", "required"));
        Assert.Equal(before, await app.Api.Count());
    }

    [Fact]
    public async Task A_broken_rule_in_an_item_is_told_with_its_place_and_nothing_is_stored()
    {
        var before = await app.Api.Count();

        var answer = await app.Api.Post(Bulk, Many(TestBooks.Minimal(), TestBooks.Minimal().With("price", 2000).With("isbn", TestIsbn.Next979())));

        Assert.Equal("[1].isbn", answer.ShouldBeProblem(400, "premium_isbn_required").Json.Text("field"));
        Assert.Equal(before, await app.Api.Count());
    }

    [Fact]
    public async Task One_item_too_many_is_a_bad_request()
    {
        var before = await app.Api.Count();

        (await app.Api.Post(Bulk, Many([.. Enumerable.Range(0, 101).Select(_ => TestBooks.Minimal())]))).ShouldBeProblem(400, "too_many_items");

        Assert.Equal(before, await app.Api.Count());
    }

    [Theory]
    [InlineData("[]", "$", "too_short")]
    [InlineData("{}", "$", "wrong_type")]
    [InlineData("null", "$", "wrong_type")]
    [InlineData("[null]", "[0]", "wrong_type")]
    [InlineData("[[]]", "[0]", "wrong_type")]
    public async Task Anything_but_some_objects_is_invalid(string body, string field, string code)
    {
        (await app.Api.Post(Bulk, body)).ShouldBeInvalid((field, code));
    }

    [Theory]
    [InlineData("[")]
    [InlineData("")]
    [InlineData("[{},]")]
    [InlineData("[{\"title\":1,\"title\":2}]")]
    public async Task What_is_no_strict_json_is_a_bad_request(string body)
    {
        (await app.Api.Post(Bulk, body)).ShouldBeProblem(400, "malformed_json");
    }

    [Fact]
    public async Task Atomic_is_true_or_false()
    {
        (await app.Api.Post(Bulk + "?atomic=maybe", Many(TestBooks.Minimal()))).ShouldBeInvalid(("atomic", "wrong_type"));
    }

    private static void ShouldName(JsonElement error, int index, string isbn, long existing)
    {
        Assert.Equal(["error", "existing_id", "index", "isbn"], error.Names().Order(StringComparer.Ordinal));
        Assert.Equal((index, isbn, existing), (error.GetProperty("index").GetInt32(), error.Text("isbn"), error.GetProperty("existing_id").GetInt64()));
        Assert.False(string.IsNullOrWhiteSpace(error.Text("error")));
    }

    private static JsonArray Many(params JsonObject[] books) => [.. books.Select(book => book.DeepClone())];
}
