using System.Text.Json;
using System.Text.Json.Nodes;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Books.V2;

/// <summary>Version 2: the same books, nested.</summary>
public sealed class BookV2Tests(AppFixture app) : IClassFixture<AppFixture>
{
    [Fact]
    public async Task A_book_of_version_1_is_shown_nested()
    {
        var book = await app.Api.Create(TestBooks.Full());

        var answer = (await app.Api.Get(TestBooksV2.At(book.Id()))).ShouldBe(200).Json;

        Assert.Equal(["data"], answer.Names());
        var data = answer.GetProperty("data");
        Assert.Equal(["id", "title", "author", "pricing", "metadata", "rating", "links"], data.Names());
        Assert.Equal((book.Id(), book.Text("title")), (data.Id(), data.Text("title")));
        Assert.Equal(["id", "name"], data.GetProperty("author").Names());
        Assert.Equal(book.Text("author_name"), data.GetProperty("author").Text("name"));
        Assert.Equal("""{"amount":18.99,"currency":"USD"}""", data.GetProperty("pricing").GetRawText());
        var metadata = data.GetProperty("metadata");
        Assert.Superset(new HashSet<string> { "isbn", "genre", "published_year", "page_count", "status", "tags", "created_at", "updated_at" }, metadata.Names().ToHashSet());
        foreach (var member in metadata.EnumerateObject())
            Assert.Equal(book.GetProperty(member.Name).GetRawText(), member.Value.GetRawText());
        Assert.Equal("""{"average":null,"count":0}""", data.GetProperty("rating").GetRawText());
        Assert.Equal(["self", "reviews", "author"], data.GetProperty("links").Names());
        Assert.Equal(TestBooksV2.At(book.Id()), data.GetProperty("links").Text("self"));
    }

    [Fact]
    public async Task Books_of_one_author_name_the_same_author()
    {
        var (first, second) = (await app.Api.Create(TestBooks.Minimal().With("author_name", "Same Author")), await app.Api.Create(TestBooks.Minimal().With("author_name", "SAME AUTHOR")));

        Assert.Equal(await AuthorOf(first), await AuthorOf(second));
        Assert.NotEqual(await AuthorOf(first), await AuthorOf(await app.Api.Create(TestBooks.Minimal().With("author_name", "Another Author"))));
    }

    [Fact]
    public async Task A_nested_book_is_created_as_the_flat_one_is()
    {
        var (nested, flat) = (TestBooksV2.Full(), TestBooks.Full());

        var first = (await app.Api.Post(Api.BooksV2, nested)).ShouldBe(201);
        var second = (await app.Api.Post(Api.BooksV2, flat)).ShouldBe(201);

        Assert.Equal(TestBooksV2.At(first.Json.GetProperty("data").Id()), first.Header("Location"));
        Assert.Equal(first.Text, (await app.Api.Get(first.Header("Location")!)).ShouldBe(200).Text);
        var (one, other) = (await app.Api.Find(first.Json.GetProperty("data").Id()), await app.Api.Find(second.Json.GetProperty("data").Id()));
        foreach (var member in one.Names().Except(["id", "isbn", "created_at"]))
            Assert.Equal(other.GetProperty(member).GetRawText(), one.GetProperty(member).GetRawText());
    }

    [Fact]
    public async Task Its_own_currency_may_be_said()
    {
        var book = TestBooksV2.Full();
        book["pricing"]!["currency"] = "USD";

        (await app.Api.Post(Api.BooksV2, book)).ShouldBe(201);
    }

    [Fact]
    public async Task Another_currency_is_invalid()
    {
        var created = await app.Api.Create();
        var book = TestBooksV2.Full();
        book["pricing"]!["currency"] = "EUR";

        (await app.Api.Post(Api.BooksV2, book)).ShouldBeProblem(422, "validation_failed").WithFaultsIn("pricing.currency");
        (await app.Api.Put(TestBooksV2.At(created.Id()), book)).ShouldBeProblem(422, "validation_failed").WithFaultsIn("pricing.currency");
        (await app.Api.Patch(TestBooksV2.At(created.Id()), """{"pricing":{"amount":1,"currency":"EUR"}}""")).ShouldBeProblem(422, "validation_failed").WithFaultsIn("pricing.currency");
    }

    [Theory]
    [InlineData("""{"title":"","author":{"name":""},"pricing":{"amount":-1},"metadata":{"isbn":"1","genre":7,"published_year":1,"page_count":0,"tags":["a",1],"description":1}}""",
        "title author.name pricing.amount metadata.isbn metadata.genre metadata.published_year metadata.page_count metadata.tags[1] metadata.description")]
    [InlineData("""{"metadata":{}}""", "title author.name pricing.amount metadata.isbn")]
    [InlineData("""{"title":"x","author":"A","pricing":{"amount":1},"metadata":{"isbn":"9780441013593"}}""", "author author.name")]
    [InlineData("""{"title":"x","author":{"name":"A"},"pricing":{"amount":"1"},"metadata":{"isbn":"9780441013593"}}""", "pricing.amount")]
    [InlineData("""{"title":"x","author":{"name":"A","nme":1},"pricing":{"amount":1,"vat":2},"metadata":{"isbn":"9780441013593","isbn13":"1"},"autor":1}""", "author.nme pricing.vat metadata.isbn13 autor")]
    [InlineData("""{"title":"x","author":{"name":"A"},"pricing":{"amount":1},"metadata":{"isbn":"9780441013593"},"price":1}""", "price")]
    [InlineData("""{"title":"x","author_name":"A","isbn":"9780441013593","price":1,"metadata":{"genre":"x"}}""", "author_name isbn price author.name pricing.amount metadata.isbn")]
    [InlineData("""{"title":"x"}""", "author.name metadata.isbn pricing.amount")]
    public async Task Faults_carry_the_paths_of_the_body_that_was_sent(string body, string fields)
    {
        (await app.Api.Post(Api.BooksV2, body)).ShouldBeProblem(422, "validation_failed").WithFaultsIn(fields.Split(' '));
    }

    [Fact]
    public async Task The_premium_rule_names_the_nested_isbn()
    {
        var book = TestBooksV2.Full();
        book["pricing"]!["amount"] = 2000;
        book["metadata"]!["isbn"] = TestIsbn.Next979();

        Assert.Equal("metadata.isbn", (await app.Api.Post(Api.BooksV2, book)).ShouldBeProblem(400, "premium_isbn_required").Json.Text("field"));
    }

    [Fact]
    public async Task A_held_isbn_is_a_conflict_across_versions()
    {
        var held = await app.Api.Create();
        var book = TestBooksV2.Full();
        book["metadata"]!["isbn"] = held.Text("isbn");

        Assert.Equal(held.Id(), (await app.Api.Post(Api.BooksV2, book)).ShouldBeProblem(409, "duplicate_isbn").Json.GetProperty("existing_id").GetInt64());
    }

    [Fact]
    public async Task What_GET_gave_under_data_can_be_put_back_again_and_again()
    {
        var created = (await app.Api.Post(Api.BooksV2, TestBooksV2.Full())).ShouldBe(201).Json.GetProperty("data");
        (await app.Api.Patch(TestBooksV2.At(created.Id()), """{"metadata":{"status":"reserved"}}""")).ShouldBe(200);
        var given = await Data(created.Id());

        (await app.Api.Put(TestBooksV2.At(created.Id()), given.GetRawText())).ShouldBe(200);
        var twice = (await app.Api.Put(TestBooksV2.At(created.Id()), (await Data(created.Id())).GetRawText())).ShouldBe(200).Json.GetProperty("data");

        Assert.Equal(WithoutChange(given), WithoutChange(twice));
    }

    [Fact]
    public async Task A_replacement_clears_what_it_does_not_name_and_keeps_the_status()
    {
        var created = (await app.Api.Post(Api.BooksV2, TestBooksV2.Full())).ShouldBe(201).Json.GetProperty("data");
        (await app.Api.Patch(TestBooksV2.At(created.Id()), """{"metadata":{"status":"reserved"}}""")).ShouldBe(200);

        var book = new JsonObject
        {
            ["title"] = "Less",
            ["author"] = new JsonObject { ["name"] = "Other" },
            ["pricing"] = new JsonObject { ["amount"] = 1 },
            ["metadata"] = new JsonObject { ["isbn"] = TestIsbn.Next() },
        };
        var metadata = (await app.Api.Put(TestBooksV2.At(created.Id()), book)).ShouldBe(200).Json.GetProperty("data").GetProperty("metadata");

        Assert.Equal("reserved", metadata.Text("status"));
        Assert.All(["genre", "published_year", "page_count", "description"], member => Assert.Equal(JsonValueKind.Null, metadata.GetProperty(member).ValueKind));
    }

    [Theory]
    [InlineData("id", "0", "id")]
    [InlineData("metadata.status", "\"archived\"", "metadata.status")]
    [InlineData("metadata.created_at", "\"2001-01-01T00:00:00.000Z\"", "metadata.created_at")]
    [InlineData("metadata.updated_at", "\"2001-01-01T00:00:00.000Z\"", "metadata.updated_at")]
    public async Task A_member_that_cannot_be_replaced_is_refused_where_it_says_something_else(string member, string value, string field)
    {
        var created = (await app.Api.Post(Api.BooksV2, TestBooksV2.Full())).ShouldBe(201).Json.GetProperty("data");
        var book = JsonNode.Parse(created.GetRawText())!.AsObject();
        var holder = member.StartsWith("metadata.", StringComparison.Ordinal) ? book["metadata"]!.AsObject() : book;
        holder[member[(member.IndexOf('.', StringComparison.Ordinal) + 1)..]] = JsonNode.Parse(value);

        (await app.Api.Put(TestBooksV2.At(created.Id()), book)).ShouldBeInvalid((field, "read_only"));

        Assert.Equal(created.GetRawText(), (await Data(created.Id())).GetRawText());
    }

    [Theory]
    [InlineData("""{"title":"Changed"}""", "title", "\"Changed\"")]
    [InlineData("""{"author":{"name":"Changed"}}""", "author_name", "\"Changed\"")]
    [InlineData("""{"pricing":{"amount":0.99}}""", "price", "0.99")]
    [InlineData("""{"metadata":{"genre":null}}""", "genre", "null")]
    [InlineData("""{"metadata":{"tags":["x"]}}""", "tags", "[\"x\"]")]
    [InlineData("""{"metadata":{"status":"archived"}}""", "status", "\"archived\"")]
    [InlineData("""{"metadata":{"description":null}}""", "description", "null")]
    [InlineData("""{"metadata":{"published_year":1970}}""", "published_year", "1970")]
    [InlineData("""{"metadata":{"page_count":1}}""", "page_count", "1")]
    [InlineData("""{"price":3}""", "price", "3")]
    [InlineData("""{"author_name":"Flat"}""", "author_name", "\"Flat\"")]
    public async Task A_patch_changes_what_it_names_and_no_more(string patch, string member, string value)
    {
        var created = await app.Api.Create(TestBooks.Full());
        foreach (var type in new[] { "application/json", "application/merge-patch+json" })
        {
            using var body = Api.Bytes(System.Text.Encoding.UTF8.GetBytes(patch), type);
            (await app.Api.Send(HttpMethod.Patch, TestBooksV2.At(created.Id()), body)).ShouldBe(200);
        }

        var patched = await app.Api.Find(created.Id());
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(value), JsonNode.Parse(patched.GetProperty(member).GetRawText())), patched.GetRawText());
        foreach (var other in created.Names().Except([member, "updated_at"]))
            Assert.Equal(created.GetProperty(other).GetRawText(), patched.GetProperty(other).GetRawText());
    }

    [Theory]
    [InlineData("""{"pricing":{"amount":null}}""")]
    [InlineData("""{"author":{"name":null}}""")]
    [InlineData("""{"metadata":{"isbn":null}}""")]
    [InlineData("""{"metadata":{"status":null}}""")]
    [InlineData("""{"title":null}""")]
    [InlineData("""{"pricing":null}""")]
    [InlineData("""{"author":null}""")]
    [InlineData("""{"metadata":null}""")]
    public async Task Null_on_a_required_member_or_on_what_holds_one_is_invalid(string patch)
    {
        var created = await app.Api.Create(TestBooks.Full());

        (await app.Api.Patch(TestBooksV2.At(created.Id()), patch)).ShouldBeProblem(422, "validation_failed");

        Assert.Equal(created.GetRawText(), (await app.Api.Find(created.Id())).GetRawText());
    }

    [Theory]
    [InlineData("""{"metadata":{"stauts":"archived"}}""", "metadata.stauts")]
    [InlineData("""{"metadata":{"status":"gone"}}""", "metadata.status")]
    [InlineData("""{"metadata":[]}""", "metadata")]
    [InlineData("""{"metadata":{"genre":"x"},"price":1}""", "price")]
    [InlineData("""{"data":{"title":"x"}}""", "data")]
    public async Task A_wrong_patch_is_invalid_and_changes_nothing(string patch, string field)
    {
        var created = await app.Api.Create(TestBooks.Full());

        (await app.Api.Patch(TestBooksV2.At(created.Id()), patch)).ShouldBeProblem(422, "validation_failed").WithFaultsIn(field);

        Assert.Equal(created.GetRawText(), (await app.Api.Find(created.Id())).GetRawText());
    }

    [Fact]
    public async Task An_empty_patch_is_a_bad_request_and_a_deleted_book_is_gone()
    {
        var created = await app.Api.Create();

        (await app.Api.Patch(TestBooksV2.At(created.Id()), "{}")).ShouldBeProblem(400, "empty_patch");
        Assert.Empty((await app.Api.Delete(TestBooksV2.At(created.Id()))).ShouldBe(204).Body);
        foreach (var address in new[] { TestBooksV2.At(created.Id()), TestBooks.At(created) })
            (await app.Api.Get(address)).ShouldBeProblem(404, "not_found");
        (await app.Api.Delete(TestBooksV2.At(created.Id()))).ShouldBeProblem(404, "not_found");
        (await app.Api.Patch(TestBooksV2.At(created.Id()), """{"title":"x"}""")).ShouldBeProblem(404, "not_found");
        (await app.Api.Put(TestBooksV2.At(created.Id()), TestBooksV2.Full())).ShouldBeProblem(404, "not_found");
    }

    private async Task<JsonElement> Data(long id) => (await app.Api.Get(TestBooksV2.At(id))).ShouldBe(200).Json.GetProperty("data");

    private async Task<long> AuthorOf(JsonElement book) => (await Data(book.Id())).GetProperty("author").Id();

    private static string WithoutChange(JsonElement data)
    {
        var book = JsonNode.Parse(data.GetRawText())!;
        book["metadata"]!.AsObject().Remove("updated_at");
        return book.ToJsonString();
    }
}

/// <summary>Books as version 2 takes them.</summary>
internal static class TestBooksV2
{
    /// <summary>The book of <see cref="TestBooks.Full"/>, nested.</summary>
    public static JsonObject Full() => new()
    {
        ["title"] = "The Left Hand of Darkness",
        ["author"] = new JsonObject { ["name"] = "Ursula K. Le Guin" },
        ["pricing"] = new JsonObject { ["amount"] = 18.99m },
        ["metadata"] = new JsonObject
        {
            ["isbn"] = TestIsbn.Next(),
            ["genre"] = "Science Fiction",
            ["published_year"] = 1969,
            ["description"] = "An envoy on the planet Winter.\nA classic.",
            ["tags"] = new JsonArray("classic", "winter"),
            ["page_count"] = 304,
        },
    };

    public static string At(long id) => $"{Api.BooksV2}/{id}";
}

/// <summary>With another currency.</summary>
public sealed class CurrencyTests(CurrencyTests.Fixture app) : IClassFixture<CurrencyTests.Fixture>
{
    public sealed class Fixture : AppFixture
    {
        protected override IEnumerable<(string Name, string Value)> Settings => [("Catalog:Currency", "EUR"), .. base.Settings];
    }

    [Fact]
    public async Task All_prices_are_in_it()
    {
        var created = (await app.Api.Post(Api.BooksV2, TestBooksV2.Full())).ShouldBe(201).Json.GetProperty("data");

        Assert.Equal("EUR", created.GetProperty("pricing").Text("currency"));
        Assert.Equal("EUR", (await app.Api.Get(Api.BooksV2)).ShouldBe(200).Json.GetProperty("data")[0].GetProperty("pricing").Text("currency"));
        (await app.Api.Patch(TestBooksV2.At(created.Id()), """{"pricing":{"currency":"USD"}}""")).ShouldBeProblem(422, "validation_failed").WithFaultsIn("pricing.currency");
    }
}
