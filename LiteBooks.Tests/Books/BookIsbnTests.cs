using System.Globalization;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Books;

public sealed class BookIsbnTests(AppFixture app) : IClassFixture<AppFixture>
{
    [Theory]
    [InlineData("9780132350884", "9780132350884")]
    [InlineData("978-0-201-63361-0", "9780201633610")]
    [InlineData("978 0 13 595705 9", "9780135957059")]
    [InlineData("  9780441013593  ", "9780441013593")]
    [InlineData("0-451-52493-4", "0451524934")]
    [InlineData("080442957X", "080442957X")]
    [InlineData("0-9752298-0-x", "097522980X")]
    [InlineData("9791034304394", "9791034304394")]
    [InlineData("979-10-90636-07-1", "9791090636071")]
    public async Task An_isbn_comes_back_in_its_form_without_hyphens_and_spaces(string typed, string isbn)
    {
        var created = await app.Api.Create(TestBooks.Minimal().With("isbn", typed));

        Assert.Equal(isbn, created.Text("isbn"));
    }

    [Theory]
    [InlineData("9780306406158", '7')]
    [InlineData("9780306406150", '7')]
    [InlineData("978-0-306-40616-7", '4')]
    [InlineData("0306406153", '2')]
    [InlineData("0804429571", 'X')]
    [InlineData("030640615X", '2')]
    [InlineData("9791034304395", '4')]
    public async Task A_wrong_check_digit_is_refused_and_the_right_one_said(string isbn, char right)
    {
        var problem = (await app.Api.Post(Api.Books, TestBooks.Minimal().With("isbn", isbn))).ShouldBeInvalid(("isbn", "wrong_check_digit"));

        Assert.Contains($"should be {right}", problem.Message("isbn"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("-")]
    [InlineData("123")]
    [InlineData("030640615")]
    [InlineData("03064061522")]
    [InlineData("978030640615")]
    [InlineData("97803064061577")]
    [InlineData("X804429570")]
    [InlineData("080442X957")]
    [InlineData("978030640615X")]
    [InlineData("9780306406157a")]
    [InlineData("ISBN 9780306406157")]
    [InlineData("９７８０３０６４０６１５７")]
    [InlineData("٩٧٨٠٣٠٦٤٠٦١٥٧")]
    [InlineData("4006381333931")]
    [InlineData("0000000000000")]
    public async Task What_is_no_isbn_is_invalid(string isbn)
    {
        var created = await app.Api.Create();

        (await app.Api.Post(Api.Books, TestBooks.Minimal().With("isbn", isbn))).ShouldBeInvalid(("isbn", "invalid_isbn"));
        (await app.Api.Patch(TestBooks.At(created), new System.Text.Json.Nodes.JsonObject { ["isbn"] = isbn })).ShouldBeInvalid(("isbn", "invalid_isbn"));
    }

    [Fact]
    public async Task A_second_book_with_the_same_isbn_is_a_conflict_that_names_the_first()
    {
        var (ten, thirteen) = TestIsbn.NextPair();
        var first = await app.Api.Create(TestBooks.Minimal().With("isbn", ten));
        var before = await app.Api.Count();

        foreach (var isbn in new[] { ten, thirteen, thirteen.Insert(3, "-"), $" {ten} " })
            ShouldConflict(await app.Api.Post(Api.Books, TestBooks.Minimal().With("isbn", isbn)), first.Id());
        Assert.Equal(before, await app.Api.Count());
    }

    [Fact]
    public async Task A_change_to_the_isbn_of_another_book_is_a_conflict_and_changes_nothing()
    {
        var (ten, thirteen) = TestIsbn.NextPair();
        var first = await app.Api.Create(TestBooks.Minimal().With("isbn", thirteen));
        var second = await app.Api.Create(TestBooks.Full());

        ShouldConflict(await app.Api.Put(TestBooks.At(second), TestBooks.Minimal().With("isbn", ten)), first.Id());
        ShouldConflict(await app.Api.Patch(TestBooks.At(second), $$"""{"title":"Changed","isbn":"{{ten}}"}"""), first.Id());

        Assert.Equal(second.GetRawText(), (await app.Api.Find(second.Id())).GetRawText());
    }

    [Fact]
    public async Task A_patch_to_the_other_form_of_its_own_isbn_is_no_conflict()
    {
        var (ten, thirteen) = TestIsbn.NextPair();
        var created = await app.Api.Create(TestBooks.Minimal().With("isbn", ten));

        var patched = (await app.Api.Patch(TestBooks.At(created), $$"""{"isbn":"{{thirteen}}"}""")).ShouldBe(200).Json;

        Assert.Equal(thirteen, patched.Text("isbn"));
    }

    [Fact]
    public async Task Of_many_creations_of_one_isbn_at_once_exactly_one_is_stored()
    {
        var (ten, thirteen) = TestIsbn.NextPair();
        var before = await app.Api.Count();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => app.Api.Post(Api.Books, TestBooks.Minimal().With("isbn", i % 2 == 0 ? ten : thirteen))));

        var created = answers.Single(answer => answer.Status == 201).Json;
        Assert.All(answers.Where(answer => answer.Status != 201), answer => ShouldConflict(answer, created.Id()));
        Assert.Equal(before + 1, await app.Api.Count());
    }

    [Fact]
    public async Task An_author_named_only_by_a_refused_book_is_not_kept()
    {
        var (ten, thirteen) = TestIsbn.NextPair();
        await app.Api.Create(TestBooks.Minimal().With("isbn", ten));

        (await app.Api.Post(Api.Books, TestBooks.Minimal().With("isbn", thirteen).With("author_name", "Nobody At All"))).ShouldBe(409);

        using var database = TestDatabase.Connect(app.DatabasePath);
        Assert.Equal(0L, database.Scalar("SELECT COUNT(*) FROM authors WHERE name = 'Nobody At All'"));
    }

    private static void ShouldConflict(Answer answer, long existing)
    {
        var problem = answer.ShouldBeProblem(409, "duplicate_isbn");
        Assert.Equal(existing, problem.Json.GetProperty("existing_id").GetInt64());
        Assert.Contains(existing.ToString(CultureInfo.InvariantCulture), problem.Detail, StringComparison.Ordinal);
    }
}
