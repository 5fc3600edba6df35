using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.OpenApi;

public sealed class PageTests(AppFixture app) : IClassFixture<AppFixture>
{
    [Fact]
    public async Task The_document_describes_every_operation_of_books()
    {
        var answer = (await app.Api.Get("/openapi.json")).ShouldBe(200);
        Assert.StartsWith("3.0", answer.Json.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        var operations = answer.Json.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject())
            .Where(operation => operation.Value.TryGetProperty("operationId", out _))
            .Select(operation => operation.Value.GetProperty("operationId").GetString());
        Assert.Superset(new HashSet<string?> { "ListBooks", "GetBook", "CreateBook", "ReplaceBook", "UpdateBook", "DeleteBook" }, operations.ToHashSet());
    }

    [Theory]
    [InlineData("/docs", "text/html")]
    [InlineData("/docs/", "text/html")]
    [InlineData("/docs/swagger-ui-bundle.js", "text/javascript")]
    [InlineData("/docs/docs.css", "text/css")]
    [InlineData("/redoc", "text/html")]
    [InlineData("/redoc/redoc.standalone.js", "text/javascript")]
    public async Task The_pages_and_what_they_load_come_from_the_program(string path, string mediaType)
    {
        var answer = (await app.Api.Get(path)).ShouldBe(200);
        Assert.StartsWith(mediaType, answer.Header("Content-Type"), StringComparison.Ordinal);
        Assert.NotEmpty(answer.Body);
    }

    [Theory]
    [InlineData("/docs")]
    [InlineData("/redoc")]
    public async Task The_pages_name_no_other_host(string path)
    {
        var page = (await app.Api.Get(path)).ShouldBe(200).Text;
        Assert.DoesNotContain("http://", page, StringComparison.Ordinal);
        Assert.DoesNotContain("https://", page, StringComparison.Ordinal);
    }
}
