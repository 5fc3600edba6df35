using System.Text.Json.Nodes;
using LiteBooks.Tests.Support;
using static LiteBooks.Tests.Support.TestAuthors;

namespace LiteBooks.Tests.Authors;

/// <summary>Merge patches (RFC 7396) of authors.</summary>
public sealed class UpdateAuthorTests(AppFixture app) : IClassFixture<AppFixture>
{
    private const string Whole = """{"phone":"+15035550123","address":{"street":"1 Willamette Way","city":"Portland","state":"OR","zip_code":"97201-1234","country":"Cascadia"}}""";

    [Theory]
    [InlineData("""{"phone":"2125550123"}""", """{"phone":"2125550123","address":{"street":"1 Willamette Way","city":"Portland","state":"OR","zip_code":"97201-1234","country":"Cascadia"}}""")]
    [InlineData("""{"phone":null}""", """{"phone":null,"address":{"street":"1 Willamette Way","city":"Portland","state":"OR","zip_code":"97201-1234","country":"Cascadia"}}""")]
    [InlineData("""{"address":{"city":"Salem","zip_code":"97301"}}""", """{"phone":"+15035550123","address":{"street":"1 Willamette Way","city":"Salem","state":"OR","zip_code":"97301","country":"Cascadia"}}""")]
    [InlineData("""{"address":{"country":null}}""", """{"phone":"+15035550123","address":{"street":"1 Willamette Way","city":"Portland","state":"OR","zip_code":"97201-1234","country":"US"}}""")]
    [InlineData("""{"address":{"state":"wa"}}""", """{"phone":"+15035550123","address":{"street":"1 Willamette Way","city":"Portland","state":"WA","zip_code":"97201-1234","country":"Cascadia"}}""")]
    [InlineData("""{"address":null}""", """{"phone":"+15035550123","address":null}""")]
    [InlineData("""{"phone":null,"address":null}""", "null")]
    [InlineData("null", "null")]
    public async Task A_contact_is_merged_member_by_member(string patch, string merged)
    {
        var created = await app.Api.CreateAuthor(FullAuthor());

        var updated = (await app.Api.Patch(AuthorAt(created), $$"""{"contact":{{patch}}}""")).ShouldBe(200).Json;

        Assert.Equal(merged, updated.GetProperty("contact").GetRawText());
        Assert.Equal((created.Text("name"), created.Text("bio"), created.Text("nationality")), (updated.Text("name"), updated.Text("bio"), updated.Text("nationality")));
        Assert.Equal(updated.GetRawText(), (await app.Api.FindAuthor(created.Id())).GetRawText());
    }

    [Fact]
    public async Task A_whole_address_can_be_merged_into_nothing()
    {
        var created = await app.Api.CreateAuthor();

        var updated = (await app.Api.Patch(AuthorAt(created), new JsonObject { ["contact"] = JsonNode.Parse(Whole) })).ShouldBe(200).Json;

        Assert.Equal(Whole, updated.GetProperty("contact").GetRawText());
    }

    [Theory]
    [InlineData("""{"city":"Salem"}""", "street", "state", "zip_code")]
    [InlineData("""{"street":"S","city":"C","state":"OR"}""", "zip_code")]
    [InlineData("""{"country":"US"}""", "street", "city", "state", "zip_code")]
    public async Task Half_an_address_where_there_is_none_lacks_the_rest(string address, params string[] lacking)
    {
        foreach (var author in new[] { MinimalAuthor(), FullAuthor().WithAt("contact.address", null) })
        {
            var created = await app.Api.CreateAuthor(author);

            var answer = await app.Api.Patch(AuthorAt(created), $$$"""{"bio":"x","contact":{"address":{{{address}}}}}""");

            answer.ShouldBeInvalid([.. lacking.Select(member => ($"contact.address.{member}", "required"))]);
            Assert.Equal(created.GetRawText(), (await app.Api.FindAuthor(created.Id())).GetRawText());
        }
    }

    [Fact]
    public async Task What_is_wrong_and_what_is_lacking_come_at_once()
    {
        var created = await app.Api.CreateAuthor();

        (await app.Api.Patch(AuthorAt(created), """{"name":null,"contact":{"phone":"1","address":{"street":"S","city":"C","state":"1"}}}"""))
            .ShouldBeInvalid(("name", "required"), ("contact.phone", "invalid_format"), ("contact.address.state", "invalid_format"), ("contact.address.zip_code", "required"));
    }

    [Fact]
    public async Task What_is_absent_stays_and_null_clears()
    {
        var created = await app.Api.CreateAuthor(FullAuthor());

        var first = (await app.Api.Patch(AuthorAt(created), """{"bio":null}""")).ShouldBe(200).Json;
        var second = (await app.Api.Patch(AuthorAt(created), """{"nationality":null}""")).ShouldBe(200).Json;

        Assert.Equal(("null", "American"), (first.GetProperty("bio").GetRawText(), first.Text("nationality")));
        Assert.Equal(("null", "null"), (second.GetProperty("bio").GetRawText(), second.GetProperty("nationality").GetRawText()));
        Assert.Equal(Whole, second.GetProperty("contact").GetRawText());
        Assert.Equal(created.Text("created_at"), second.Text("created_at"));
        Assert.NotNull(second.Text("updated_at"));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"contact":{}}""")]
    [InlineData("""{"contact":{"address":{}}}""")]
    public async Task A_patch_that_names_no_field_is_empty_however_deep_it_is(string patch)
    {
        var created = await app.Api.CreateAuthor(FullAuthor());

        (await app.Api.Patch(AuthorAt(created), patch)).ShouldBeProblem(400, "empty_patch");
    }

    [Theory]
    [InlineData("id", "1")]
    [InlineData("book_count", "0")]
    [InlineData("created_at", "null")]
    public async Task A_patch_takes_no_member_that_cannot_be_changed(string member, string value)
    {
        var created = await app.Api.CreateAuthor();

        (await app.Api.Patch(AuthorAt(created), $$"""{"{{member}}":{{value}}}""")).ShouldBeInvalid((member, "unknown_member"));
    }

    [Fact]
    public async Task A_patch_may_call_itself_a_merge_patch_and_nothing_else()
    {
        var created = await app.Api.CreateAuthor();
        var body = """{"bio":"x"}"""u8.ToArray();

        (await app.Api.Send(HttpMethod.Patch, AuthorAt(created), Api.Bytes(body, "application/merge-patch+json"))).ShouldBe(200);
        (await app.Api.Send(HttpMethod.Patch, AuthorAt(created), Api.Bytes(body, "application/json-patch+json"))).ShouldBeProblem(415, "unsupported_media_type");
    }

    [Fact]
    public async Task A_name_that_another_author_has_is_a_conflict_and_ones_own_is_none()
    {
        var (one, other) = (await app.Api.CreateAuthor(), await app.Api.CreateAuthor());
        var upper = one.Text("name")!.ToUpperInvariant();

        var problem = (await app.Api.Patch(AuthorAt(other), new JsonObject { ["name"] = upper })).ShouldBeProblem(409, "duplicate_author");

        Assert.Equal(one.Id(), problem.Json.GetProperty("existing_id").GetInt64());
        Assert.Equal(upper, (await app.Api.Patch(AuthorAt(one), new JsonObject { ["name"] = upper })).ShouldBe(200).Json.Text("name"));
    }

    [Fact]
    public async Task Patching_an_author_that_is_not_there_is_not_found()
    {
        (await app.Api.Patch(AuthorAt(999_999), """{"bio":"x"}""")).ShouldBeProblem(404, "not_found");
    }
}
