using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Books;

/// <summary>A book over 1000 needs an ISBN-13 that begins with 978.</summary>
public sealed class PremiumRuleTests(AppFixture app) : IClassFixture<AppFixture>
{
    [Fact]
    public async Task A_premium_book_with_a_978_isbn_is_taken()
    {
        await app.Api.Create(TestBooks.Minimal().With("price", 1000.01m));
        await app.Api.Create(TestBooks.Minimal().With("price", 10000));
    }

    [Fact]
    public async Task A_book_of_exactly_1000_is_not_premium()
    {
        await app.Api.Create(TestBooks.Minimal().With("price", 1000).With("isbn", TestIsbn.NextPair().Ten));
        await app.Api.Create(TestBooks.Minimal().With("price", 1000).With("isbn", TestIsbn.Next979()));
    }

    [Fact]
    public async Task A_premium_book_with_another_isbn_is_refused_and_not_stored()
    {
        var before = await app.Api.Count();

        ShouldBreakTheRule(await app.Api.Post(Api.Books, TestBooks.Minimal().With("price", 1000.01m).With("isbn", TestIsbn.NextPair().Ten)));
        ShouldBreakTheRule(await app.Api.Post(Api.Books, TestBooks.Minimal().With("price", 1000.01m).With("isbn", TestIsbn.Next979())));

        Assert.Equal(before, await app.Api.Count());
    }

    [Fact]
    public async Task A_replacement_has_to_keep_the_rule()
    {
        var created = await app.Api.Create(TestBooks.Full());

        ShouldBreakTheRule(await app.Api.Put(TestBooks.At(created), TestBooks.Minimal().With("price", 2000).With("isbn", TestIsbn.Next979())));

        Assert.Equal(created.GetRawText(), (await app.Api.Find(created.Id())).GetRawText());
    }

    [Fact]
    public async Task A_patch_is_held_against_what_is_stored()
    {
        var cheap = await app.Api.Create(TestBooks.Full().With("isbn", TestIsbn.Next979()));
        var dear = await app.Api.Create(TestBooks.Full().With("price", 5000));

        ShouldBreakTheRule(await app.Api.Patch(TestBooks.At(cheap), """{"price":1000.01,"title":"Changed"}"""));
        ShouldBreakTheRule(await app.Api.Patch(TestBooks.At(dear), $$"""{"isbn":"{{TestIsbn.Next979()}}"}"""));

        Assert.Equal(cheap.GetRawText(), (await app.Api.Find(cheap.Id())).GetRawText());
        Assert.Equal(dear.GetRawText(), (await app.Api.Find(dear.Id())).GetRawText());
    }

    [Fact]
    public async Task A_patch_that_mends_both_sides_at_once_is_taken()
    {
        var cheap = await app.Api.Create(TestBooks.Full().With("isbn", TestIsbn.Next979()));

        (await app.Api.Patch(TestBooks.At(cheap), $$"""{"price":1000.01,"isbn":"{{TestIsbn.Next()}}"}""")).ShouldBe(200);
    }

    private static void ShouldBreakTheRule(Answer answer)
    {
        var problem = answer.ShouldBeProblem(400, "premium_isbn_required");
        Assert.Equal("isbn", problem.Json.Text("field"));
        Assert.False(string.IsNullOrWhiteSpace(problem.Json.Text("constraint")));
    }
}
