using System.Text.Json;
using System.Text.Json.Nodes;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Books;

public sealed class CreateBookTests(AppFixture app) : IClassFixture<AppFixture>
{
    [Fact]
    public async Task A_created_book_is_answered_whole_with_its_location()
    {
        var book = TestBooks.Full();

        var answer = (await app.Api.Post(Api.Books, book)).ShouldBe(201);

        var created = answer.Json;
        Assert.Equal("application/json; charset=utf-8", answer.Header("Content-Type"));
        Assert.Equal(TestBooks.At(created), answer.Header("Location"));
        Assert.True(created.Id() > 0);
        Assert.Equal(
            ["id", "title", "author_name", "isbn", "genre", "published_year", "price", "description", "tags", "status", "page_count", "created_at", "updated_at", "is_recent"],
            created.Names());
        foreach (var (member, value) in book)
            Assert.True(JsonNode.DeepEquals(value, JsonNode.Parse(created.GetProperty(member).GetRawText())), member);
        Assert.Equal("available", created.Text("status"));
        Assert.Equal(JsonValueKind.Null, created.GetProperty("updated_at").ValueKind);
        Assert.True(created.GetProperty("is_recent").GetBoolean());
    }

    [Fact]
    public async Task What_the_location_names_is_the_created_book()
    {
        var answer = (await app.Api.Post(Api.Books, TestBooks.Full())).ShouldBe(201);

        var found = (await app.Api.Get(answer.Header("Location")!)).ShouldBe(200);

        Assert.Equal(answer.Text, found.Text);
    }

    [Fact]
    public async Task Only_title_author_isbn_and_price_are_required()
    {
        var created = await app.Api.Create(TestBooks.Minimal());

        foreach (var member in new[] { "genre", "published_year", "description", "page_count" })
            Assert.Equal(JsonValueKind.Null, created.GetProperty(member).ValueKind);
        Assert.Equal(0, created.GetProperty("tags").GetArrayLength());
    }

    [Fact]
    public async Task Null_is_as_good_as_absent_for_an_optional_field()
    {
        var created = await app.Api.Create(TestBooks.Full().With("genre", null).With("published_year", null).With("description", null).With("tags", null).With("page_count", null));

        Assert.Equal(JsonValueKind.Null, created.GetProperty("genre").ValueKind);
        Assert.Equal("[]", created.GetProperty("tags").GetRawText());
    }

    [Fact]
    public async Task A_creation_says_the_time_in_utc_with_milliseconds()
    {
        var before = DateTimeOffset.UtcNow.AddMilliseconds(-1);

        var created = await app.Api.Create();

        var time = created.Text("created_at")!;
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$", time);
        Assert.InRange(created.GetProperty("created_at").GetDateTimeOffset(), before, DateTimeOffset.UtcNow);
    }

    [Fact]
    public async Task The_same_author_in_other_case_is_the_same_author()
    {
        var first = await app.Api.Create(TestBooks.Minimal().With("author_name", "Émile Çelik"));
        var second = await app.Api.Create(TestBooks.Minimal().With("author_name", "  éMILE ÇELIK "));

        Assert.Equal("Émile Çelik", first.Text("author_name"));
        Assert.Equal("Émile Çelik", second.Text("author_name"));
    }

    [Fact]
    public async Task An_author_whose_name_differs_by_an_accent_is_another_author()
    {
        await app.Api.Create(TestBooks.Minimal().With("author_name", "Jose Nunez"));
        var second = await app.Api.Create(TestBooks.Minimal().With("author_name", "José Núñez"));

        Assert.Equal("José Núñez", second.Text("author_name"));
    }

    [Fact]
    public async Task Letters_of_every_script_come_back_as_they_were_sent()
    {
        const string title = "Größe → Łódź, Ἀθῆναι, Война, 戦争と平和, 책, كتاب, 📚 “quoted” <b>&amp;\\ /\tnext\r\nline";

        var created = await app.Api.Create(TestBooks.Minimal().With("title", title));

        Assert.Equal(title, (await app.Api.Find(created.Id())).Text("title"));
    }

    [Fact]
    public async Task Many_creations_at_once_are_all_stored_under_ids_of_their_own()
    {
        var before = await app.Api.Count();

        var created = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => app.Api.Create()));

        Assert.Equal(100, created.Select(TestBooks.Id).Distinct().Count());
        Assert.Equal(before + 100, await app.Api.Count());
    }

    [Theory]
    [InlineData("status", "\"available\"")]
    [InlineData("id", "7")]
    [InlineData("created_at", "\"2026-01-01T00:00:00.000Z\"")]
    [InlineData("is_recent", "true")]
    [InlineData("stock_quantity", "5")]
    [InlineData("cost_price", "5")]
    [InlineData("supplier", "\"x\"")]
    [InlineData("internal_notes", "\"x\"")]
    [InlineData("pric", "5")]
    [InlineData("Title", "\"x\"")]
    [InlineData("", "null")]
    public async Task A_member_that_no_creation_takes_is_refused_by_name(string member, string value)
    {
        var before = await app.Api.Count();

        var answer = await app.Api.Post(Api.Books, TestBooks.Minimal().With(member, JsonNode.Parse(value)));

        answer.ShouldBeInvalid((member, "unknown_member"));
        Assert.Equal(before, await app.Api.Count());
    }

    [Fact]
    public async Task An_empty_object_lacks_every_required_field()
    {
        var answer = await app.Api.Post(Api.Books, "{}");

        answer.ShouldBeInvalid(("title", "required"), ("author_name", "required"), ("isbn", "required"), ("price", "required"));
    }

    [Fact]
    public async Task All_faults_of_a_book_come_at_once()
    {
        var book = TestBooks.Full()
            .With("title", "  ")
            .With("author_name", null)
            .With("isbn", "123")
            .With("genre", new string('g', 51))
            .With("published_year", 999)
            .With("price", 0)
            .With("description", new string('d', 5001))
            .With("tags", new JsonArray("good", new string('t', 51)))
            .With("page_count", 0)
            .With("pric", 5);
        var before = await app.Api.Count();

        var answer = await app.Api.Post(Api.Books, book);

        answer.ShouldBeInvalid(
            ("title", "too_short"),
            ("author_name", "required"),
            ("isbn", "invalid_isbn"),
            ("genre", "too_long"),
            ("published_year", "out_of_range"),
            ("price", "out_of_range"),
            ("description", "too_long"),
            ("tags[1]", "too_long"),
            ("page_count", "out_of_range"),
            ("pric", "unknown_member"));
        Assert.Equal(before, await app.Api.Count());
    }

    [Fact]
    public async Task A_refusal_never_echoes_the_body()
    {
        const string secret = "hunter2-hunter2";
        var book = TestBooks.Minimal().With("title", new JsonArray(secret)).With("isbn", secret).With("price", secret).With("tags", secret);

        var answer = await app.Api.Post(Api.Books, book);

        answer.ShouldBeProblem(422, "validation_failed").WithFaultsIn("title", "isbn", "price", "tags");
        Assert.DoesNotContain(secret, answer.Text, StringComparison.Ordinal);
    }
}
