using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Http;

/// <summary>HEAD wherever GET is, OPTIONS everywhere, 405 with Allow for the rest.</summary>
public sealed class MethodTests(AppFixture app) : IClassFixture<AppFixture>
{
    // These differ between any two answers, or tell how a body was cut into pieces.
    private static readonly string[] PerAnswer = ["Date", "X-Request-ID", "X-Process-Time", "Server-Timing", "Transfer-Encoding"];

    [Theory]
    [InlineData("/")]
    [InlineData("/api/v1/books")]
    [InlineData("/api/v1/books?per_page=1&search=nothing")]
    [InlineData("/api/v1/books/1")]
    [InlineData("/api/v1/books/1/")]
    [InlineData("/api/v1/books/1/summary")]
    [InlineData("/api/v1/books/1/compact")]
    [InlineData("/api/v1/books/1/minimal/")]
    [InlineData("/api/v1/books/1?fields=id")]
    [InlineData("/api/v1/books/cursor?limit=1")]
    [InlineData("/api/v1/books/search?q=book")]
    [InlineData("/api/v1/books/search")]
    [InlineData("/api/v1/books/facets")]
    [InlineData("/api/v1/isbn/9780441013593")]
    [InlineData("/api/v1/isbn/nonsense")]
    [InlineData("/api/v2/books")]
    [InlineData("/api/v2/books/1")]
    [InlineData("/api/books")]
    [InlineData("/api/books/1")]
    [InlineData("/api/books/999999")]
    [InlineData("/problems/not-found")]
    [InlineData("/api/v1/books?page=0")]
    [InlineData("/api/v1/books/999999")]
    [InlineData("/api/v1/books/abc")]
    [InlineData("/problems/none")]
    [InlineData("/none")]
    public async Task HEAD_answers_as_GET_does_but_without_the_body(string path)
    {
        await app.Api.Create();

        var get = await app.Api.Get(path);
        var head = await app.Api.Send(HttpMethod.Head, path);

        Assert.Equal(get.Status, head.Status);
        Assert.NotEmpty(get.Body);
        Assert.Empty(head.Body);
        // HEAD may leave out how long the body would have been (RFC 9110, section 9.3.2), but never say another length.
        if (head.Header("Content-Length") is { } length)
            Assert.Equal(get.Body.Length.ToString(System.Globalization.CultureInfo.InvariantCulture), length);
        Assert.Equal(Comparable(get), Comparable(head));
    }

    [Theory]
    [InlineData("/api/v1/books", "GET, HEAD, OPTIONS, POST")]
    [InlineData("/api/v1/books/", "GET, HEAD, OPTIONS, POST")]
    [InlineData("/api/v1/books?page=0", "GET, HEAD, OPTIONS, POST")]
    [InlineData("/api/v1/books/1", "DELETE, GET, HEAD, OPTIONS, PATCH, PUT")]
    [InlineData("/api/v1/books/999999/", "DELETE, GET, HEAD, OPTIONS, PATCH, PUT")]
    [InlineData("/api/v1/books/1/summary", "GET, HEAD, OPTIONS")]
    [InlineData("/api/v1/books/1/compact/", "GET, HEAD, OPTIONS")]
    [InlineData("/api/v1/books/1/minimal", "GET, HEAD, OPTIONS")]
    [InlineData("/api/v1/books/bulk", "OPTIONS, POST")]
    [InlineData("/api/v1/books/bulk/", "OPTIONS, POST")]
    [InlineData("/api/v1/books/bulk-delete", "OPTIONS, POST")]
    [InlineData("/api/v1/books/cursor", "GET, HEAD, OPTIONS")]
    [InlineData("/api/v1/books/search", "GET, HEAD, OPTIONS")]
    [InlineData("/api/v1/books/facets", "GET, HEAD, OPTIONS")]
    [InlineData("/api/v1/isbn/x", "GET, HEAD, OPTIONS")]
    [InlineData("/api/v2/books", "GET, HEAD, OPTIONS, POST")]
    [InlineData("/api/v2/books/1/", "DELETE, GET, HEAD, OPTIONS, PATCH, PUT")]
    [InlineData("/api/books", "GET, HEAD, OPTIONS, POST")]
    [InlineData("/api/books/1", "DELETE, GET, HEAD, OPTIONS, PATCH, PUT")]
    [InlineData("/", "GET, HEAD, OPTIONS")]
    [InlineData("/problems/not-found", "GET, HEAD, OPTIONS")]
    public async Task OPTIONS_says_exactly_what_a_resource_allows(string path, string allow)
    {
        var answer = (await app.Api.Send(HttpMethod.Options, path)).ShouldBe(204);

        Assert.Empty(answer.Body);
        Assert.Equal(allow, Sorted(answer.Header("Allow")!));
    }

    [Theory]
    [InlineData("/api/v1/books/1")]
    [InlineData("/api/v2/books/1")]
    [InlineData("/api/books/1/")]
    public async Task OPTIONS_says_which_patches_a_resource_takes(string path)
    {
        var answer = (await app.Api.Send(HttpMethod.Options, path)).ShouldBe(204);

        Assert.Equal("application/json, application/merge-patch+json", Sorted(answer.Header("Accept-Patch")!));
    }

    [Theory]
    [InlineData("/none")]
    [InlineData("/api/v1/books/1/none")]
    public async Task OPTIONS_of_an_unknown_path_is_not_found(string path)
    {
        (await app.Api.Send(HttpMethod.Options, path)).ShouldBeProblem(404, "not_found");
    }

    [Theory]
    [InlineData("PUT", "/api/v1/books", "GET, HEAD, OPTIONS, POST")]
    [InlineData("PATCH", "/api/v1/books", "GET, HEAD, OPTIONS, POST")]
    [InlineData("DELETE", "/api/v1/books/", "GET, HEAD, OPTIONS, POST")]
    [InlineData("POST", "/api/v1/books/1", "DELETE, GET, HEAD, OPTIONS, PATCH, PUT")]
    [InlineData("POST", "/api/v1/books/abc", "DELETE, GET, HEAD, OPTIONS, PATCH, PUT")]
    [InlineData("TRACE", "/api/v1/books/1/", "DELETE, GET, HEAD, OPTIONS, PATCH, PUT")]
    [InlineData("PROPFIND", "/api/v1/books", "GET, HEAD, OPTIONS, POST")]
    [InlineData("POST", "/api/v1/books/1/summary", "GET, HEAD, OPTIONS")]
    [InlineData("DELETE", "/api/v1/books/1/compact", "GET, HEAD, OPTIONS")]
    [InlineData("PATCH", "/api/v1/books/1/minimal/", "GET, HEAD, OPTIONS")]
    [InlineData("GET", "/api/v1/books/bulk", "OPTIONS, POST")]
    [InlineData("DELETE", "/api/v1/books/bulk", "OPTIONS, POST")]
    [InlineData("GET", "/api/v1/books/bulk-delete", "OPTIONS, POST")]
    [InlineData("PUT", "/api/v1/books/bulk-delete/", "OPTIONS, POST")]
    [InlineData("POST", "/api/v1/books/cursor", "GET, HEAD, OPTIONS")]
    [InlineData("DELETE", "/api/v1/books/cursor", "GET, HEAD, OPTIONS")]
    [InlineData("PUT", "/api/v1/books/search", "GET, HEAD, OPTIONS")]
    [InlineData("PATCH", "/api/v1/books/facets", "GET, HEAD, OPTIONS")]
    [InlineData("POST", "/api/v1/isbn/x", "GET, HEAD, OPTIONS")]
    [InlineData("DELETE", "/api/v2/books", "GET, HEAD, OPTIONS, POST")]
    [InlineData("POST", "/api/v2/books/1", "DELETE, GET, HEAD, OPTIONS, PATCH, PUT")]
    [InlineData("PUT", "/api/books", "GET, HEAD, OPTIONS, POST")]
    [InlineData("POST", "/api/books/1", "DELETE, GET, HEAD, OPTIONS, PATCH, PUT")]
    [InlineData("POST", "/", "GET, HEAD, OPTIONS")]
    [InlineData("DELETE", "/problems/not-found", "GET, HEAD, OPTIONS")]
    public async Task Another_method_of_a_known_path_is_not_allowed(string method, string path, string allow)
    {
        var answer = await app.Api.Send(new HttpMethod(method), path);

        answer.ShouldBeProblem(405, "method_not_allowed");
        Assert.Equal(allow, Sorted(answer.Header("Allow")!));
    }

    [Theory]
    [InlineData("/none")]
    [InlineData("/favicon.ico")]
    [InlineData("/api")]
    [InlineData("/api/v1")]
    [InlineData("/api/v1/book")]
    [InlineData("/api/v9/books")]
    [InlineData("/api/v1/books/1/none")]
    [InlineData("/api/v1/books/1/2")]
    [InlineData("/api/v1/books/1/summary/2")]
    [InlineData("/api/v1/isbn")]
    [InlineData("/api/v2/books/1/summary")]
    [InlineData("/api/v3/books")]
    [InlineData("/api/books/1/none")]
    [InlineData("/api/bookshop")]
    [InlineData("/api/v1/books%2F1")]
    [InlineData("/api/v1//books")]
    [InlineData("/problems/none")]
    [InlineData("/problems/not_found")]
    [InlineData("/problems/none.css")]
    public async Task An_unknown_path_is_not_found(string path)
    {
        (await app.Api.Get(path)).ShouldBeProblem(404, "not_found");
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    [InlineData("TRACE")]
    public async Task An_unknown_path_is_not_found_by_any_method(string method)
    {
        (await app.Api.Send(new HttpMethod(method), "/api/v1/none")).ShouldBeProblem(404, "not_found");
    }

    [Fact]
    public async Task The_home_page_says_what_this_is_and_where_its_description_lies()
    {
        var answer = (await app.Api.Get("/")).ShouldBe(200);

        Assert.Equal(["name", "version", "docs", "redoc"], answer.Json.Names());
        Assert.Equal("LiteBooks", answer.Json.Text("name"));
        Assert.Equal("</openapi.json>; rel=\"service-desc\"", answer.Header("Link"));
    }

    private static string Sorted(string allow) => string.Join(", ", allow.Split(',', StringSplitOptions.TrimEntries).Order(StringComparer.Ordinal));

    private static IEnumerable<string> Comparable(Answer answer) => answer.Headers
        .Where(header => !PerAnswer.Contains(header.Key) && header.Key != "Content-Length")
        .Select(header => $"{header.Key}: {header.Value}")
        .Order(StringComparer.Ordinal);
}
