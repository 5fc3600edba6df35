using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Books.V2;

public sealed class BookV2BodyTests(AppFixture app) : IClassFixture<AppFixture>
{
    private const string V2 = "/api/v2/books";

    [Fact]
    public async Task The_whole_answer_of_GET_can_be_PUT_back()
    {
        var path = $"{V2}/{(await app.Api.Create()).Id()}";
        var got = (await app.Api.Get(path)).ShouldBe(200);

        var put = (await app.Api.Put(path, got.Text)).ShouldBe(200);
        Assert.Equal(got.Json.GetProperty("data").GetProperty("metadata").Text("isbn"), put.Json.GetProperty("data").GetProperty("metadata").Text("isbn"));
    }

    [Theory]
    [InlineData("""{"metadata":{}}""")]
    [InlineData("""{"pricing":{},"author":{}}""")]
    [InlineData("""{"pricing":{"currency":"USD"}}""")]
    public async Task A_patch_that_names_no_field_is_empty_however_deep_it_is(string patch)
    {
        var path = $"{V2}/{(await app.Api.Create()).Id()}";

        (await app.Api.Patch(path, patch)).ShouldBeProblem(400, "empty_patch");
    }

    [Fact]
    public async Task Faults_of_a_body_without_any_part_are_told_where_version_2_has_them()
    {
        (await app.Api.Post(V2, "{}")).ShouldBeInvalid(
            ("title", "required"), ("author.name", "required"), ("metadata.isbn", "required"), ("pricing.amount", "required"));
    }

    [Fact]
    public async Task Both_forms_at_once_are_refused()
    {
        var path = $"{V2}/{(await app.Api.Create()).Id()}";

        (await app.Api.Patch(path, """{"price":3,"metadata":{"genre":"g"}}""")).ShouldBeInvalid(("price", "unknown_member"));
    }
}
