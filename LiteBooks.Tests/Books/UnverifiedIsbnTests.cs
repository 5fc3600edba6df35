using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Books;

/// <summary>With <c>Catalog:VerifyIsbn=false</c> only the form of an ISBN counts.</summary>
public sealed class UnverifiedIsbnTests(UnverifiedIsbnTests.Fixture app) : IClassFixture<UnverifiedIsbnTests.Fixture>
{
    public sealed class Fixture : AppFixture
    {
        protected override IEnumerable<(string Name, string Value)> Settings => [("Catalog:VerifyIsbn", "false"), .. base.Settings];
    }

    [Theory]
    [InlineData("9780306406150", "9780306406150")]
    [InlineData("030640-6153", "0306406153")]
    [InlineData("1234567890123", "1234567890123")]
    [InlineData("111111111X", "111111111X")]
    public async Task A_wrong_check_digit_is_taken(string typed, string isbn)
    {
        var created = await app.Api.Create(TestBooks.Minimal().With("isbn", typed));

        Assert.Equal(isbn, created.Text("isbn"));
        Assert.Equal(isbn, (await app.Api.Find(created.Id())).Text("isbn"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("123")]
    [InlineData("X234567890")]
    [InlineData("12345678901234")]
    [InlineData("abcdefghij")]
    public async Task The_form_still_has_to_be_right(string isbn)
    {
        (await app.Api.Post(Api.Books, TestBooks.Minimal().With("isbn", isbn))).ShouldBeInvalid(("isbn", "invalid_isbn"));
    }

    [Theory]
    [InlineData("9780306406159")]
    [InlineData("0306406158")]
    public async Task A_held_number_is_found_though_it_does_not_check(string isbn)
    {
        // The number without its check digit is the book's, so the two cases are one book.
        var held = (await app.Api.Post(Api.Books, TestBooks.Minimal().With("isbn", isbn)));

        var explained = (await app.Api.Get("/api/v1/isbn/" + isbn)).ShouldBe(200).Json;
        Assert.False(explained.GetProperty("valid").GetBoolean());
        Assert.Equal(held.Json.TryGetProperty("existing_id", out var existing) ? existing.GetInt64() : held.Json.Id(), explained.GetProperty("book_id").GetInt64());
    }

    [Fact]
    public async Task An_isbn_10_and_its_isbn_13_are_still_the_same_book()
    {
        var (ten, thirteen) = TestIsbn.NextPair();
        var first = await app.Api.Create(TestBooks.Minimal().With("isbn", ten));

        var problem = (await app.Api.Post(Api.Books, TestBooks.Minimal().With("isbn", thirteen))).ShouldBeProblem(409, "duplicate_isbn");

        Assert.Equal(first.Id(), problem.Json.GetProperty("existing_id").GetInt64());
    }
}
