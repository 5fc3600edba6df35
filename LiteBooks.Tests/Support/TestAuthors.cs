using System.Text.Json;
using System.Text.Json.Nodes;

namespace LiteBooks.Tests.Support;

/// <summary>Authors for tests.</summary>
internal static class TestAuthors
{
    private static int _last;

    /// <summary>A name that no other test uses.</summary>
    public static string NextName() => $"Author {Interlocked.Increment(ref _last)}";

    /// <summary>What a creation needs and no more, with a name of its own.</summary>
    public static JsonObject MinimalAuthor() => new() { ["name"] = NextName() };

    /// <summary>Every field that a creation takes.</summary>
    public static JsonObject FullAuthor() => new()
    {
        ["name"] = NextName(),
        ["bio"] = "Wrote of other worlds.\nAnd of this one.",
        ["nationality"] = "American",
        ["contact"] = new JsonObject { ["phone"] = "+15035550123", ["address"] = Address() },
    };

    public static JsonObject Address() => new()
    {
        ["street"] = "1 Willamette Way",
        ["city"] = "Portland",
        ["state"] = "OR",
        ["zip_code"] = "97201-1234",
        ["country"] = "Cascadia",
    };

    /// <summary>An author with a value at a path, such as <c>contact.address.city</c>; null takes the place of what is there.</summary>
    public static JsonObject WithAt(this JsonObject author, string path, JsonNode? value)
    {
        var names = path.Split('.');
        var target = author;
        foreach (var name in names[..^1])
            target = target[name]!.AsObject();
        target[names[^1]] = value;
        return author;
    }

    /// <summary>The member at a path.</summary>
    public static JsonElement At(this JsonElement json, string path) =>
        path.Split('.').Aggregate(json, (element, name) => element.GetProperty(name));

    /// <summary>Stores an author; returns it as the server answered.</summary>
    public static async Task<JsonElement> CreateAuthor(this Api api, JsonObject? author = null) =>
        (await api.Post(Api.Authors, author ?? MinimalAuthor())).ShouldBe(201).Json;

    public static async Task<JsonElement> FindAuthor(this Api api, long id) => (await api.Get(AuthorAt(id))).ShouldBe(200).Json;

    /// <summary>The page of authors that a query finds; a search is to be escaped by the caller.</summary>
    public static async Task<JsonElement> ListAuthors(this Api api, string query) => (await api.Get($"{Api.Authors}?{query}")).ShouldBe(200).Json;

    /// <summary>Stores a book of an author; returns it as the server answered.</summary>
    public static Task<JsonElement> CreateBookOf(this Api api, string author) => api.Create(TestBooks.Minimal().With("author_name", author));

    /// <summary>The id of the author of a book.</summary>
    public static async Task<long> AuthorIdOf(this Api api, JsonElement book) =>
        (await api.Get($"{Api.BooksV2}/{book.Id()}")).ShouldBe(200).Json.At("data.author.id").GetInt64();

    public static string AuthorAt(long id) => $"{Api.Authors}/{id}";

    public static string AuthorAt(JsonElement author) => AuthorAt(author.Id());

    public static IEnumerable<string?> AuthorNames(this JsonElement page) => page.GetProperty("items").EnumerateArray().Select(item => item.Text("name"));
}
