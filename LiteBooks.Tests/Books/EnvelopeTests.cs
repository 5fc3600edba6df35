using System.Globalization;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Books;

/// <summary><c>?envelope=true</c>: the answer inside <c>{success, data, message, timestamp}</c>.</summary>
public sealed class EnvelopeTests(AppFixture app) : IClassFixture<AppFixture>
{
    [Theory]
    [InlineData(Api.Books + "?per_page=1&")]
    [InlineData(Api.Books + "/1?")]
    [InlineData(Api.Books + "/1/summary?")]
    [InlineData(Api.Books + "/1/compact?")]
    [InlineData(Api.Books + "/1/minimal?")]
    [InlineData(Api.Books + "/cursor?limit=1&")]
    [InlineData(Api.Books + "/search?q=book&")]
    [InlineData(Api.Books + "/facets?")]
    [InlineData(Api.Books + "/1?fields=id&")]
    [InlineData("/api/v1/isbn/9780441013593?")]
    [InlineData(Api.BooksV2 + "?")]
    [InlineData(Api.BooksV2 + "/1?")]
    [InlineData("/api/books?")]
    [InlineData("/api/books/1?")]
    public async Task Every_answer_comes_in_an_envelope_where_one_asks_for_it(string path)
    {
        await app.Api.Create();
        var plain = (await app.Api.Get(path)).ShouldBe(200);

        var answer = (await app.Api.Get(path + "envelope=true")).ShouldBe(200);

        Assert.Equal(["success", "data", "message", "timestamp"], answer.Json.Names());
        Assert.True(answer.Json.GetProperty("success").GetBoolean());
        Assert.False(string.IsNullOrWhiteSpace(answer.Json.Text("message")));
        Assert.Equal(plain.Text, answer.Json.GetProperty("data").GetRawText());
        var time = DateTimeOffset.ParseExact(answer.Json.Text("timestamp")!, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        Assert.InRange(time, DateTimeOffset.UtcNow.AddMinutes(-5), DateTimeOffset.UtcNow.AddMinutes(5));
    }

    [Fact]
    public async Task Without_being_asked_for_there_is_none()
    {
        var created = await app.Api.Create();

        Assert.Equal(created.GetRawText(), (await app.Api.Get(TestBooks.At(created) + "?envelope=false")).ShouldBe(200).Text);
    }

    [Theory]
    [InlineData(Api.Books)]
    [InlineData(Api.Books + "/1")]
    [InlineData(Api.BooksV2)]
    public async Task It_is_true_or_false(string path)
    {
        await app.Api.Create();

        (await app.Api.Get(path + "?envelope=maybe")).ShouldBeInvalid(("envelope", "wrong_type"));
    }

    [Fact]
    public async Task A_wrong_envelope_and_a_wrong_field_are_told_at_once()
    {
        await app.Api.Create();

        (await app.Api.Get(Api.Books + "/1?envelope=maybe&fields=nope")).ShouldBeInvalid(("envelope", "wrong_type"), ("fields", "unknown_field"));
    }

    [Fact]
    public async Task Errors_are_problem_documents_all_the_same()
    {
        (await app.Api.Get(Api.Books + "/999999?envelope=true")).ShouldBeProblem(404, "not_found");
    }
}
