using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using LiteBooks.Tests.Contract;
using LiteBooks.Tests.Support;
using Xunit.Sdk;

namespace LiteBooks.Tests.OpenApi;

/// <summary>What holds all other tests to the document has to see what is wrong. The answers here are made up.</summary>
public sealed class ContractCheckTests
{
    private const string Book = """
        {
          "id": 4, "title": "Dune", "author_name": "Frank Herbert", "isbn": "9780441013593", "genre": null, "published_year": 1965, "price": 17.99, "description": null,
          "tags": [], "status": "available", "page_count": null, "created_at": "2026-11-23T20:20:00.123Z", "updated_at": null, "is_recent": true
        }
        """;

    private static readonly JsonObject NewBook = TestBooks.Full();

    [Fact]
    public async Task What_is_described_passes()
    {
        await Send(HttpMethod.Get, "/api/v1/books/4", Answer(200, Book));
        await Send(HttpMethod.Get, "/api/v1/books/4/", Answer(200, Book));
        await Send(HttpMethod.Get, "/api/v1/books/4?fields=id", Answer(200, """{ "id": 4 }"""));
        await Send(HttpMethod.Get, "/api/v1/books/4?envelope=true", Answer(200, $$"""{ "success": true, "data": {{Book}}, "message": "OK", "timestamp": "2026-11-23T20:20:00.123Z" }"""));
        await Send(HttpMethod.Post, "/api/v1/books", Answer(201, Book, ("Location", "/api/v1/books/4")), NewBook);
    }

    [Theory]
    [InlineData("price", "0", "at '/price': minimum")]
    [InlineData("price", "\"17.99\"", "at '/price': type")]
    [InlineData("title", "null", "at '/title': type")]
    [InlineData("status", "\"lost\"", "at '/status': enum")]
    [InlineData("created_at", "\"yesterday\"", "at '/created_at': format")]
    [InlineData("tags", "[\"a\", 1]", "at '/tags/1': type")]
    [InlineData("cost_price", "8", "at '/cost_price': not described")]
    public async Task A_wrong_member_of_an_answer_is_told(string member, string value, string told)
    {
        var book = JsonNode.Parse(Book)!.AsObject();
        book[member] = JsonNode.Parse(value);

        await IsTold(HttpMethod.Get, "/api/v1/books/4", Answer(200, book.ToJsonString()), null, "GetBook", "answered with 200", told);
    }

    [Fact]
    public async Task A_missing_member_of_an_answer_is_told() =>
        await IsTold(HttpMethod.Get, "/api/v1/books/4", Answer(200, """{ "id": 4 }"""), null, "at '': required", "is_recent");

    [Fact]
    public async Task A_text_is_as_long_as_it_has_characters()
    {
        var book = JsonNode.Parse(Book)!.AsObject();
        book["genre"] = string.Concat(Enumerable.Repeat("😀", 50));
        await Send(HttpMethod.Get, "/api/v1/books/4", Answer(200, book.ToJsonString()));

        // Each of these is one to a reader, and two to JSON.
        book["genre"] = string.Concat(Enumerable.Repeat("e\u0301", 26));
        await IsTold(HttpMethod.Get, "/api/v1/books/4", Answer(200, book.ToJsonString()), null, "at '/genre': maxLength");
    }

    [Fact]
    public async Task A_status_that_is_not_described_is_told() =>
        await IsTold(HttpMethod.Get, "/api/v1/books/4", Answer(402, Book), null, "the status is not described");

    [Fact]
    public async Task A_media_type_that_is_not_described_is_told() =>
        await IsTold(HttpMethod.Get, "/api/v1/books/4", Answer(200, Book, ("Content-Type", "text/plain")), null, "the media type text/plain is not described");

    [Fact]
    public async Task A_header_that_is_not_described_is_told() =>
        await IsTold(HttpMethod.Get, "/api/v1/books/4", Answer(200, Book, ("X-Cost-Price", "8")), null, "the header X-Cost-Price is not described");

    [Fact]
    public async Task A_header_of_the_wrong_form_is_told() =>
        await IsTold(HttpMethod.Get, "/api/v1/books/4", Answer(200, Book, ("ETag", "1")), null, "the header ETag: 1 is not valid", "pattern");

    [Theory]
    [InlineData("ETag")]
    [InlineData("X-Request-ID")]
    public async Task A_header_that_is_missing_is_told(string name) =>
        await IsTold(HttpMethod.Get, "/api/v1/books/4", Answer(200, Book, (name, null)), null, $"the required header {name} is missing");

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "success": true, "data": { "id": 4 }, "message": "OK", "timestamp": "2026-11-23T20:20:00.123Z" }""")]
    public async Task An_envelope_that_is_none_is_told(string body) =>
        await IsTold(HttpMethod.Get, "/api/v1/books/4?envelope=true", Answer(200, body), null, "GetBook");

    [Theory]
    [InlineData("price", "0", "at '/price': minimum")]
    [InlineData("tags", "[7]", "at '/tags/0': type")]
    [InlineData("pric", "1", "at '/pric': not described")]
    public async Task A_wrong_body_that_was_taken_is_told(string member, string value, string told)
    {
        var body = NewBook.DeepClone().AsObject().With(member, JsonNode.Parse(value));

        await IsTold(HttpMethod.Post, "/api/v1/books", Answer(201, Book, ("Location", "/api/v1/books/4")), body, "CreateBook", "took a body that is not valid", told);
    }

    [Theory]
    [InlineData("/api/v1/books?per_page=101", "took the query parameter per_page=101", "maximum")]
    [InlineData("/api/v1/books?in_stock=perhaps", "took the query parameter in_stock=perhaps", "type")]
    [InlineData("/api/v1/books?statuses=available&statuses=lost", "took the query parameter statuses=available,lost", "enum")]
    [InlineData("/api/v1/books/search", "took a request without the required query parameter q", "")]
    public async Task A_wrong_parameter_that_was_taken_is_told(string address, string told, string rule) =>
        await IsTold(HttpMethod.Get, address, Answer(200, "{}"), null, told, rule);

    [Theory]
    [InlineData("GET", "/api/v1/bookshelves")]
    [InlineData("PUT", "/api/v1/books")]
    [InlineData("GET", "/api/v3/books")]
    public async Task What_the_document_does_not_have_must_not_be_served(string method, string address) =>
        await IsTold(new HttpMethod(method), address, Answer(200, "{}"), null, "the document has no such operation");

    private static async Task IsTold(HttpMethod method, string address, HttpResponseMessage answer, JsonObject? body, params string[] told)
    {
        var message = (await Assert.ThrowsAnyAsync<XunitException>(() => Send(method, address, answer, body))).Message;
        Assert.All(told, part => Assert.Contains(part, message, StringComparison.Ordinal));
    }

    private static async Task Send(HttpMethod method, string address, HttpResponseMessage answer, JsonObject? body = null)
    {
        using var client = new HttpClient(new ContractCheck(ApiContract.Committed, new MadeUp(answer))) { BaseAddress = new Uri("http://localhost") };
        using var request = new HttpRequestMessage(method, address) { Content = body is null ? null : Api.Json(body.ToJsonString()) };
        using var response = await client.SendAsync(request);
    }

    private static HttpResponseMessage Answer(int status, string body, params (string Name, string? Value)[] headers)
    {
        var all = new Dictionary<string, string?> { ["Content-Type"] = "application/json", ["X-Request-ID"] = "1", ["X-Process-Time"] = "0.001", ["ETag"] = "\"1\"" };
        foreach (var (name, value) in headers)
            all[name] = value;
        var answer = new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        foreach (var (name, value) in all.Where(header => header.Value is not null))
        {
            if (!answer.Headers.TryAddWithoutValidation(name, value))
                answer.Content.Headers.TryAddWithoutValidation(name, value);
        }
        return answer;
    }

    private sealed class MadeUp(HttpResponseMessage answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(answer);
    }
}
