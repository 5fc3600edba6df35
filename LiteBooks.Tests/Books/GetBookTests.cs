using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Books;

public sealed class GetBookTests(AppFixture app) : IClassFixture<AppFixture>
{
    [Fact]
    public async Task A_book_is_found_by_its_id()
    {
        var created = await app.Api.Create(TestBooks.Full());

        var answer = (await app.Api.Get(TestBooks.At(created))).ShouldBe(200);

        Assert.Equal("application/json; charset=utf-8", answer.Header("Content-Type"));
        Assert.Equal(created.GetRawText(), answer.Text);
    }

    [Theory]
    [InlineData("999999999")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("9223372036854775807")]
    [InlineData("9223372036854775808")]
    [InlineData("-9223372036854775809")]
    [InlineData("123456789012345678901234567890123456789012345678901234567890")]
    public async Task An_integer_that_no_book_has_is_not_found(string id)
    {
        (await app.Api.Get($"{Api.Books}/{id}")).ShouldBeProblem(404, "not_found");
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("1.0")]
    [InlineData("1e3")]
    [InlineData("0x10")]
    [InlineData("-")]
    [InlineData("--1")]
    [InlineData("1-")]
    [InlineData("1,000")]
    [InlineData("%201")]
    [InlineData("1%20")]
    [InlineData("%C2%B2")]
    [InlineData("%D9%A1")]
    [InlineData("null")]
    [InlineData("1;DROP%20TABLE%20books")]
    public async Task An_id_that_is_no_integer_is_invalid(string id)
    {
        (await app.Api.Get($"{Api.Books}/{id}")).ShouldBeInvalid(("id", "wrong_type"));
    }

    [Fact]
    public async Task A_book_of_thirty_days_ago_is_no_longer_recent()
    {
        var (recent, old) = ((await app.Api.Create()).Id(), (await app.Api.Create()).Id());
        using (var database = TestDatabase.Connect(app.DatabasePath))
        {
            database.Run("UPDATE books SET created_at = @p1 WHERE id = @p0", recent, DateTimeOffset.UtcNow.AddDays(-30).AddMinutes(5).ToUnixTimeMilliseconds());
            database.Run("UPDATE books SET created_at = @p1 WHERE id = @p0", old, DateTimeOffset.UtcNow.AddDays(-30).ToUnixTimeMilliseconds());
        }

        Assert.True((await app.Api.Find(recent)).GetProperty("is_recent").GetBoolean());
        Assert.False((await app.Api.Find(old)).GetProperty("is_recent").GetBoolean());
    }
}
