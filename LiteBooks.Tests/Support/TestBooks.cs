using System.Text.Json;
using System.Text.Json.Nodes;

namespace LiteBooks.Tests.Support;

/// <summary>Books for tests.</summary>
internal static class TestBooks
{
    /// <summary>What a creation needs and no more, with an ISBN of its own.</summary>
    public static JsonObject Minimal() => new()
    {
        ["title"] = "A Book",
        ["author_name"] = "An Author",
        ["isbn"] = TestIsbn.Next(),
        ["price"] = 12.5m,
    };

    /// <summary>Every field that a creation takes.</summary>
    public static JsonObject Full() => new()
    {
        ["title"] = "The Left Hand of Darkness",
        ["author_name"] = "Ursula K. Le Guin",
        ["isbn"] = TestIsbn.Next(),
        ["genre"] = "Science Fiction",
        ["published_year"] = 1969,
        ["price"] = 18.99m,
        ["description"] = "An envoy on the planet Winter.\nA classic.",
        ["tags"] = new JsonArray("classic", "winter"),
        ["page_count"] = 304,
    };

    public static JsonObject With(this JsonObject book, string member, JsonNode? value)
    {
        book[member] = value;
        return book;
    }

    public static JsonObject Without(this JsonObject book, string member)
    {
        book.Remove(member);
        return book;
    }

    /// <summary>Stores a book; returns it as the server answered.</summary>
    public static async Task<JsonElement> Create(this Api api, JsonObject? book = null) =>
        (await api.Post(Api.Books, book ?? Minimal())).ShouldBe(201).Json;

    public static async Task<JsonElement> Find(this Api api, long id) => (await api.Get(At(id))).ShouldBe(200).Json;

    /// <summary>How many books the catalogue holds.</summary>
    public static async Task<long> Count(this Api api) => (await api.Get(Api.Books + "?per_page=1")).ShouldBe(200).Json.GetProperty("total").GetInt64();

    /// <summary>The page that a query finds; filters are to be escaped by the caller.</summary>
    public static async Task<JsonElement> List(this Api api, string query) => (await api.Get($"{Api.Books}?{query}")).ShouldBe(200).Json;

    public static string At(long id) => $"{Api.Books}/{id}";

    public static string At(JsonElement book) => At(Id(book));

    public static long Id(this JsonElement book) => book.GetProperty("id").GetInt64();

    public static string? Text(this JsonElement json, string member) => json.GetProperty(member).GetString();

    public static IEnumerable<string> Names(this JsonElement json) => json.EnumerateObject().Select(member => member.Name);

    public static IEnumerable<long> Ids(this JsonElement page) => page.GetProperty("items").EnumerateArray().Select(Id);

    public static IEnumerable<string?> Titles(this JsonElement page) => page.GetProperty("items").EnumerateArray().Select(item => item.Text("title"));
}
