using System.Text.Json.Nodes;
using LiteBooks.Tests.Support;
using static LiteBooks.Tests.Support.TestAuthors;

namespace LiteBooks.Tests.Authors;

/// <summary>The bounds of every field of an author, at the edge and one past it, in every way to write one.</summary>
public sealed class AuthorRuleTests(AppFixture app) : IClassFixture<AppFixture>
{
    private const string Control = "control_character";
    private const string Required = "required";
    private const string Form = "invalid_format";
    private const string Type = "wrong_type";
    private const string Long = "too_long";
    private const string Phone = "contact.phone";
    private const string Street = "contact.address.street";
    private const string City = "contact.address.city";
    private const string State = "contact.address.state";
    private const string Zip = "contact.address.zip_code";
    private const string Country = "contact.address.country";

    [Theory]
    [InlineData("name", 200)]
    [InlineData("bio", 2000)]
    [InlineData("nationality", 100)]
    [InlineData(Street, 200)]
    [InlineData(City, 100)]
    [InlineData(Country, 100)]
    public async Task A_text_may_have_so_many_characters_and_not_one_more(string field, int longest)
    {
        foreach (var letter in new[] { "x", "é", "📚" })
        {
            var most = string.Concat(Enumerable.Repeat(letter, longest));
            Assert.Equal(most, (await app.Api.CreateAuthor(FullAuthor().WithAt(field, most))).At(field).GetString());
            await ShouldRefuse(field, most + letter, Long);
        }
    }

    [Theory]
    [InlineData("name")]
    [InlineData(Street)]
    [InlineData(City)]
    public async Task A_text_that_has_to_be_there_has_a_character_beside_blanks(string field)
    {
        var one = field == "name" ? "Ы" : "x";

        Assert.Equal(one, (await app.Api.CreateAuthor(FullAuthor().WithAt(field, $" {one} "))).At(field).GetString());
        foreach (var blank in new[] { "", " ", "\u00a0\t\n" })
            await ShouldRefuse(field, blank, "too_short");
    }

    [Theory]
    [InlineData("name")]
    [InlineData("bio")]
    [InlineData("nationality")]
    [InlineData(Phone)]
    [InlineData(Street)]
    [InlineData(City)]
    [InlineData(State)]
    [InlineData(Zip)]
    [InlineData(Country)]
    public async Task A_control_character_and_a_wrong_type_are_refused_in_every_field(string field)
    {
        foreach (var text in new[] { "ab\0", "\u001b12345", "x\u007f", "\u0085y" })
            await ShouldRefuse(field, text, Control);
        foreach (var value in new JsonNode[] { 12345, true, new JsonArray(), new JsonObject() })
            await ShouldRefuse(field, value, Type);
    }

    [Theory]
    [InlineData("name")]
    [InlineData(Street)]
    [InlineData(City)]
    [InlineData(State)]
    [InlineData(Zip)]
    public async Task A_required_field_cannot_be_null(string field)
    {
        await ShouldRefuse(field, null, Required);
    }

    [Theory]
    [InlineData("contact")]
    [InlineData("contact.address")]
    public async Task A_contact_and_an_address_are_objects(string field)
    {
        foreach (var value in new JsonNode[] { "text", 1, false, new JsonArray() })
            await ShouldRefuse(field, value, Type);
    }

    [Theory]
    [InlineData("born")]
    [InlineData("Name")]
    [InlineData("contact.email")]
    [InlineData("contact.address.zip")]
    public Task A_member_that_there_is_not_is_refused_by_its_path(string field) => ShouldRefuse(field, "x", "unknown_member");

    [Fact]
    public async Task Half_a_surrogate_pair_is_no_text()
    {
        (await app.Api.Post(Api.Authors, """{"name":"A","contact":{"phone":"\ud83d"}}""")).ShouldBeInvalid((Phone, "invalid_unicode"));
    }

    [Fact]
    public async Task All_faults_come_at_once()
    {
        const string body = """
            {"name":" ","bio":"\u0001","nationality":"\u0002","x":1,
             "contact":{"phone":"1","y":2,"address":{"city":"","state":"1","zip_code":"2","country":"\u0003","z":3}}}
            """;
        var created = await app.Api.CreateAuthor();
        (string, string)[] faults =
        [
            ("name", "too_short"), ("bio", Control), ("nationality", Control), ("x", "unknown_member"), (Phone, Form), ("contact.y", "unknown_member"),
            (City, "too_short"), (State, Form), (Zip, Form), (Country, Control), ("contact.address.z", "unknown_member"),
        ];

        (await app.Api.Post(Api.Authors, body)).ShouldBeInvalid([.. faults, (Street, Required)]);
        (await app.Api.Put(AuthorAt(created), body)).ShouldBeInvalid([.. faults, (Street, Required)]);
        (await app.Api.Patch(AuthorAt(created), body)).ShouldBeInvalid(faults);
    }

    [Fact]
    public async Task A_body_without_anything_lacks_the_name_alone()
    {
        (await app.Api.Post(Api.Authors, "{}")).ShouldBeInvalid(("name", Required));
        (await app.Api.Post(Api.Authors, """{"contact":{"address":{}}}""")).ShouldBeInvalid(("name", Required), (Street, Required), (City, Required), (State, Required), (Zip, Required));
        (await app.Api.Post(Api.Authors, "[]")).ShouldBeInvalid(("$", Type));
        (await app.Api.Post(Api.Authors, """{"name":"a","name":"b"}""")).ShouldBeProblem(400, "malformed_json");
    }

    private Task ShouldRefuse(string field, JsonNode? value, string code) => app.Api.ShouldRefuseAuthorWith(field, value, code);
}
