using System.Text.Json;
using System.Text.Json.Nodes;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Books;

public sealed class UpdateBookTests(AppFixture app) : IClassFixture<AppFixture>
{
    [Theory]
    [InlineData("title", "\"Another title\"")]
    [InlineData("author_name", "\"Another Author\"")]
    [InlineData("genre", "\"poetry\"")]
    [InlineData("published_year", "1700")]
    [InlineData("price", "0.99")]
    [InlineData("description", "\"Short.\"")]
    [InlineData("description", "\"\"")]
    [InlineData("tags", "[\"one\",\"two\"]")]
    [InlineData("tags", "[]")]
    [InlineData("status", "\"checked_out\"")]
    [InlineData("status", "\"reserved\"")]
    [InlineData("status", "\"archived\"")]
    [InlineData("status", "\"available\"")]
    [InlineData("page_count", "1")]
    public async Task A_patch_changes_the_field_that_it_names_and_no_other(string member, string value)
    {
        var created = await app.Api.Create(TestBooks.Full());

        var patched = (await app.Api.Patch(TestBooks.At(created), $"{{\"{member}\":{value}}}")).ShouldBe(200).Json;

        Assert.Equal(value, patched.GetProperty(member).GetRawText());
        foreach (var other in created.Names().Except([member, "updated_at"]))
            Assert.Equal(created.GetProperty(other).GetRawText(), patched.GetProperty(other).GetRawText());
        Assert.Equal(patched.GetRawText(), (await app.Api.Find(created.Id())).GetRawText());
    }

    [Fact]
    public async Task A_patch_can_name_every_field_at_once()
    {
        var created = await app.Api.Create();
        var patch = TestBooks.Full().With("status", "archived");

        var patched = (await app.Api.Patch(TestBooks.At(created), patch)).ShouldBe(200).Json;

        foreach (var (member, value) in patch)
            Assert.True(JsonNode.DeepEquals(value, JsonNode.Parse(patched.GetProperty(member).GetRawText())), member);
    }

    [Theory]
    [InlineData("genre", "null")]
    [InlineData("published_year", "null")]
    [InlineData("description", "null")]
    [InlineData("page_count", "null")]
    [InlineData("tags", "[]")]
    public async Task Null_clears_an_optional_field(string member, string cleared)
    {
        var created = await app.Api.Create(TestBooks.Full());

        var patched = (await app.Api.Patch(TestBooks.At(created), $"{{\"{member}\":null}}")).ShouldBe(200).Json;

        Assert.Equal(cleared, patched.GetProperty(member).GetRawText());
    }

    [Theory]
    [InlineData("title")]
    [InlineData("author_name")]
    [InlineData("isbn")]
    [InlineData("price")]
    [InlineData("status")]
    public async Task Null_on_a_required_field_is_invalid(string member)
    {
        var created = await app.Api.Create(TestBooks.Full());

        var answer = await app.Api.Patch(TestBooks.At(created), $"{{\"{member}\":null,\"genre\":\"changed\"}}");

        answer.ShouldBeInvalid((member, "required"));
        Assert.Equal(created.GetRawText(), (await app.Api.Find(created.Id())).GetRawText());
    }

    [Fact]
    public async Task A_patch_without_any_member_is_a_bad_request()
    {
        var created = await app.Api.Create();

        (await app.Api.Patch(TestBooks.At(created), "{}")).ShouldBeProblem(400, "empty_patch");

        Assert.Equal(JsonValueKind.Null, (await app.Api.Find(created.Id())).GetProperty("updated_at").ValueKind);
    }

    [Theory]
    [InlineData("id")]
    [InlineData("created_at")]
    [InlineData("updated_at")]
    [InlineData("is_recent")]
    [InlineData("stock_quantity")]
    [InlineData("statu")]
    public async Task A_member_that_no_patch_takes_is_refused_by_name(string member)
    {
        var created = await app.Api.Create();

        var answer = await app.Api.Patch(TestBooks.At(created), $"{{\"{member}\":1,\"title\":\"New\"}}");

        answer.ShouldBeInvalid((member, "unknown_member"));
        Assert.Equal("A Book", (await app.Api.Find(created.Id())).Text("title"));
    }

    [Fact]
    public async Task All_faults_of_a_patch_come_at_once()
    {
        var created = await app.Api.Create();

        var answer = await app.Api.Patch(TestBooks.At(created), """{"title":"","price":-1,"status":"gone","tags":[1],"nope":true}""");

        answer.ShouldBeInvalid(("title", "too_short"), ("price", "out_of_range"), ("status", "not_in_list"), ("tags[0]", "wrong_type"), ("nope", "unknown_member"));
    }

    [Theory]
    [InlineData("\"Available\"", "not_in_list")]
    [InlineData("\"checked-out\"", "not_in_list")]
    [InlineData("\"\"", "not_in_list")]
    [InlineData("1", "wrong_type")]
    [InlineData("[\"available\"]", "wrong_type")]
    public async Task A_status_that_there_is_not_is_invalid(string status, string code)
    {
        var created = await app.Api.Create();

        (await app.Api.Patch(TestBooks.At(created), $"{{\"status\":{status}}}")).ShouldBeInvalid(("status", code));
    }

    [Fact]
    public async Task A_merge_patch_may_say_what_it_is()
    {
        var created = await app.Api.Create();
        using var body = Api.Bytes("""{"title":"Merged"}"""u8.ToArray(), "application/merge-patch+json");

        var answer = (await app.Api.Send(HttpMethod.Patch, TestBooks.At(created), body)).ShouldBe(200);

        Assert.Equal("Merged", answer.Json.Text("title"));
    }

    [Fact]
    public async Task The_first_change_sets_the_time_of_the_last_change()
    {
        var created = await app.Api.Create();

        var patched = (await app.Api.Patch(TestBooks.At(created), """{"title":"New"}""")).ShouldBe(200).Json;

        Assert.Equal(JsonValueKind.Null, created.GetProperty("updated_at").ValueKind);
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$", patched.Text("updated_at"));
        Assert.True(patched.GetProperty("updated_at").GetDateTimeOffset() >= created.GetProperty("created_at").GetDateTimeOffset());
    }

    [Fact]
    public async Task Patching_a_book_that_is_not_there_is_not_found()
    {
        (await app.Api.Patch(TestBooks.At(999_999), """{"title":"New"}""")).ShouldBeProblem(404, "not_found");
    }

    [Fact]
    public async Task Patches_of_different_fields_at_once_do_not_undo_each_other()
    {
        var created = await app.Api.Create();

        await Task.WhenAll(
            app.Api.Patch(TestBooks.At(created), """{"title":"Both"}"""),
            app.Api.Patch(TestBooks.At(created), """{"genre":"both"}"""),
            app.Api.Patch(TestBooks.At(created), """{"page_count":2}"""),
            app.Api.Patch(TestBooks.At(created), """{"published_year":1222}"""));

        var book = await app.Api.Find(created.Id());
        Assert.Equal(("Both", "both", 2, 1222), (book.Text("title"), book.Text("genre"), book.GetProperty("page_count").GetInt32(), book.GetProperty("published_year").GetInt32()));
    }
}
