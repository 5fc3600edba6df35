using System.Text.Json;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Books;

public sealed class BulkDeleteTests(AppFixture app) : IClassFixture<AppFixture>
{
    private const string BulkDelete = Api.Books + "/bulk-delete";

    [Fact]
    public async Task Many_books_are_deleted_and_those_that_are_not_there_are_told()
    {
        var (first, kept, last) = (await app.Api.Create(), await app.Api.Create(), await app.Api.Create());

        var answer = (await Delete($"{first.Id()},999999,{last.Id()},0,-3")).ShouldBe(200).Json;

        Assert.Equal(["deleted", "not_found"], answer.Names());
        Assert.Equal(2, answer.GetProperty("deleted").GetInt32());
        Assert.Equal([999999, 0, -3], NotFound(answer));
        (await app.Api.Get(TestBooks.At(first))).ShouldBeProblem(404, "not_found");
        (await app.Api.Get(TestBooks.At(last))).ShouldBeProblem(404, "not_found");
        (await app.Api.Get(TestBooks.At(kept))).ShouldBe(200);
    }

    [Fact]
    public async Task Repeats_count_once()
    {
        var created = await app.Api.Create();

        var answer = (await Delete($"{created.Id()},{created.Id()},999999,999999")).ShouldBe(200).Json;

        Assert.Equal(1, answer.GetProperty("deleted").GetInt32());
        Assert.Equal([999999], NotFound(answer));
    }

    [Fact]
    public async Task A_hundred_ids_are_taken_and_one_more_is_a_bad_request()
    {
        var created = await app.Api.Create();

        (await Delete(string.Join(',', Enumerable.Range(1_000_000, 100).Append((int)created.Id())))).ShouldBeProblem(400, "too_many_items");
        (await app.Api.Get(TestBooks.At(created))).ShouldBe(200);
        (await Delete(string.Join(',', Enumerable.Range(1_000_000, 99).Append((int)created.Id())))).ShouldBe(200);
        (await app.Api.Get(TestBooks.At(created))).ShouldBeProblem(404, "not_found");
    }

    [Theory]
    [InlineData("""{"ids":[]}""", "ids")]
    [InlineData("{}", "ids")]
    [InlineData("""{"ids":null}""", "ids")]
    [InlineData("""{"ids":"1"}""", "ids")]
    [InlineData("""{"ids":[1,"2"]}""", "ids[1]")]
    [InlineData("""{"ids":[1,null]}""", "ids[1]")]
    [InlineData("""{"ids":[1.5]}""", "ids[0]")]
    [InlineData("""{"ids":[999999],"id":1}""", "id")]
    [InlineData("[1]", "$")]
    public async Task Anything_but_ids_is_invalid(string body, string field)
    {
        (await app.Api.Post(BulkDelete, body)).ShouldBeProblem(422, "validation_failed").WithFaultsIn(field);
    }

    [Fact]
    public async Task A_list_with_a_fault_deletes_nothing()
    {
        var created = await app.Api.Create();

        (await Delete($"{created.Id()},\"x\"")).ShouldBeProblem(422, "validation_failed");

        (await app.Api.Get(TestBooks.At(created))).ShouldBe(200);
    }

    private Task<Answer> Delete(string ids) => app.Api.Post(BulkDelete, $$"""{"ids":[{{ids}}]}""");

    private static IEnumerable<long> NotFound(JsonElement answer) => answer.GetProperty("not_found").EnumerateArray().Select(id => id.GetInt64());
}
