using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Http;

/// <summary>An id that is no integer is invalid; an integer that no book has, of any size, is not found. By every method.</summary>
public sealed class PathIdTests(AppFixture app) : IClassFixture<AppFixture>
{
    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    public async Task An_id_that_is_no_integer_is_invalid(string method)
    {
        foreach (var id in new[] { "abc", "1.5", "1e9", "1%20", "one", "0x1" })
            (await Send(method, id)).ShouldBeInvalid(("id", "wrong_type"));
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    public async Task An_integer_that_no_book_has_is_not_found(string method)
    {
        foreach (var id in new[] { "0", "-5", "777777777", "9223372036854775807", "9223372036854775808", "-99999999999999999999", new string('9', 500) })
            (await Send(method, id)).ShouldBeProblem(404, "not_found");
    }

    [Theory]
    [InlineData(Api.Books, "/summary")]
    [InlineData(Api.Books, "/compact")]
    [InlineData(Api.Books, "/minimal")]
    [InlineData(Api.BooksV2, "")]
    [InlineData("/api/books", "")]
    public async Task The_same_holds_for_every_address_of_a_book(string books, string view)
    {
        foreach (var id in new[] { "abc", "1.5", "0x1" })
            (await app.Api.Get($"{books}/{id}{view}")).ShouldBeInvalid(("id", "wrong_type"));
        foreach (var id in new[] { "0", "-5", "777777777", "9223372036854775808", new string('9', 500) })
            (await app.Api.Get($"{books}/{id}{view}")).ShouldBeProblem(404, "not_found");
    }

    private Task<Answer> Send(string method, string id)
    {
        var body = method switch
        {
            "PUT" => TestBooks.Minimal().ToJsonString(),
            "PATCH" => """{"title":"x"}""",
            _ => null,
        };
        return app.Api.Send(new HttpMethod(method), $"{Api.Books}/{id}", body is null ? null : Api.Json(body));
    }
}
