using System.Text.Json;
using System.Text.Json.Nodes;
using LiteBooks.Tests.Support;
using static LiteBooks.Tests.Support.TestAuthors;

namespace LiteBooks.Tests.Authors;

public sealed class CreateAuthorTests(AppFixture app) : IClassFixture<AppFixture>
{
    [Fact]
    public async Task Every_field_comes_back_as_it_was_given()
    {
        var author = FullAuthor();

        var answer = (await app.Api.Post(Api.Authors, author)).ShouldBe(201);

        var created = answer.Json;
        Assert.Equal(["id", "name", "bio", "nationality", "contact", "book_count", "created_at", "updated_at"], created.Names());
        Assert.Equal(["phone", "address"], created.At("contact").Names());
        Assert.Equal(["street", "city", "state", "zip_code", "country"], created.At("contact.address").Names());
        foreach (var (member, value) in author)
            Assert.True(JsonNode.DeepEquals(value, JsonNode.Parse(created.GetProperty(member).GetRawText())), member);
        Assert.Equal(0, created.GetProperty("book_count").GetInt64());
        Assert.Equal(JsonValueKind.Null, created.GetProperty("updated_at").ValueKind);
    }

    [Fact]
    public async Task The_answer_says_where_the_author_is_and_is_what_GET_gives()
    {
        var answer = (await app.Api.Post(Api.Authors, FullAuthor())).ShouldBe(201);

        Assert.Equal(AuthorAt(answer.Json), answer.Header("Location"));
        var got = (await app.Api.Get(answer.Header("Location")!)).ShouldBe(200);
        Assert.Equal((answer.Text, answer.ETag), (got.Text, got.ETag));
        Assert.Equal("no-cache", got.Header("Cache-Control"));
    }

    [Fact]
    public async Task A_name_is_enough()
    {
        var created = await app.Api.CreateAuthor();

        foreach (var member in new[] { "bio", "nationality", "contact", "updated_at" })
            Assert.Equal(JsonValueKind.Null, created.GetProperty(member).ValueKind);
    }

    [Theory]
    [InlineData("null", "null")]
    [InlineData("{}", "null")]
    [InlineData("""{"phone":null,"address":null}""", "null")]
    [InlineData("""{"phone":"2125550123"}""", """{"phone":"2125550123","address":null}""")]
    [InlineData("""{"address":{"street":"S","city":"C","state":"ny","zip_code":"10001"}}""", """{"phone":null,"address":{"street":"S","city":"C","state":"NY","zip_code":"10001","country":"US"}}""")]
    [InlineData("""{"address":{"street":" S ","city":" C ","state":"nY","zip_code":"10001","country":null}}""", """{"phone":null,"address":{"street":"S","city":"C","state":"NY","zip_code":"10001","country":"US"}}""")]
    [InlineData("""{"address":{"street":"S","city":"C","state":"NY","zip_code":"10001","country":"  "}}""", """{"phone":null,"address":{"street":"S","city":"C","state":"NY","zip_code":"10001","country":"US"}}""")]
    public async Task A_contact_may_be_partly_or_wholly_absent(string contact, string stored)
    {
        var created = await app.Api.CreateAuthor(MinimalAuthor().With("contact", JsonNode.Parse(contact)));

        Assert.Equal(stored, created.GetProperty("contact").GetRawText());
        Assert.Equal(stored, (await app.Api.FindAuthor(created.Id())).GetProperty("contact").GetRawText());
    }

    [Fact]
    public async Task A_name_is_trimmed_and_a_bio_stays_as_it_is()
    {
        var name = NextName();

        var created = await app.Api.CreateAuthor(new() { ["name"] = $"  {name}\t", ["bio"] = " tab\tand\r\nbreak ", ["nationality"] = " Kesh " });

        Assert.Equal((name, " tab\tand\r\nbreak ", "Kesh"), (created.Text("name"), created.Text("bio"), created.Text("nationality")));
    }

    [Theory]
    [InlineData("Simone de Beauvoir", "SIMONE DE BEAUVOIR")]
    [InlineData("Émile Zola", " émile zola ")]
    [InlineData("Ὅμηρος", "ὅμηροΣ")]
    public async Task The_same_name_in_other_case_is_a_duplicate_that_names_the_author(string name, string other)
    {
        var created = await app.Api.CreateAuthor(new() { ["name"] = name });

        var problem = (await app.Api.Post(Api.Authors, new JsonObject { ["name"] = other })).ShouldBeProblem(409, "duplicate_author");

        Assert.Equal(created.Id(), problem.Json.GetProperty("existing_id").GetInt64());
    }

    [Fact]
    public async Task The_same_name_with_other_accents_is_another_author()
    {
        var accented = await app.Api.CreateAuthor(new() { ["name"] = "José Saramago" });

        Assert.NotEqual(accented.Id(), (await app.Api.CreateAuthor(new() { ["name"] = "Jose Saramago" })).Id());
    }

    [Fact]
    public async Task An_author_that_a_book_brought_is_a_duplicate_too()
    {
        var name = NextName();
        var id = await app.Api.AuthorIdOf(await app.Api.CreateBookOf(name));

        var problem = (await app.Api.Post(Api.Authors, new JsonObject { ["name"] = name.ToUpperInvariant() })).ShouldBeProblem(409, "duplicate_author");

        Assert.Equal(id, problem.Json.GetProperty("existing_id").GetInt64());
    }

    [Fact]
    public async Task A_book_finds_the_author_that_was_made_before_it()
    {
        var created = await app.Api.CreateAuthor();

        var book = await app.Api.CreateBookOf(created.Text("name")!.ToUpperInvariant());

        Assert.Equal(created.Id(), await app.Api.AuthorIdOf(book));
        Assert.Equal(created.Text("name"), book.Text("author_name"));
    }

    [Fact]
    public async Task An_author_that_is_not_there_is_not_found()
    {
        (await app.Api.Get(AuthorAt(999_999))).ShouldBeProblem(404, "not_found");
        (await app.Api.Get($"{Api.Authors}/99999999999999999999")).ShouldBeProblem(404, "not_found");
        (await app.Api.Get($"{Api.Authors}/one")).ShouldBeInvalid(("id", "wrong_type"));
    }

    [Fact]
    public async Task A_GET_takes_fields_and_an_envelope()
    {
        var created = await app.Api.CreateAuthor(FullAuthor());

        Assert.Equal(["id", "contact"], (await app.Api.Get(AuthorAt(created) + "?fields=contact,id")).ShouldBe(200).Json.Names());
        Assert.Equal(created.Text("name"), (await app.Api.Get(AuthorAt(created) + "?envelope=true")).ShouldBe(200).Json.At("data").Text("name"));
        (await app.Api.Get(AuthorAt(created) + "?fields=phone")).ShouldBeInvalid(("fields", "unknown_field"));
    }
}
