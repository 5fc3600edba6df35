using System.Text.Json.Nodes;
using LiteBooks.Tests.Support;
using static LiteBooks.Tests.Support.TestAuthors;

namespace LiteBooks.Tests.Authors;

/// <summary>The forms that a phone, a state and a zip code have.</summary>
public sealed class ContactFormTests(AppFixture app) : IClassFixture<AppFixture>
{
    private const string Form = "invalid_format";
    private const string Phone = "contact.phone";
    private const string State = "contact.address.state";
    private const string Zip = "contact.address.zip_code";

    [Theory]
    [InlineData("1234567890")]
    [InlineData("123456789012345")]
    [InlineData("1234567890123456")]
    [InlineData("+1234567890")]
    [InlineData("+123456789012345")]
    [InlineData("+1123456789012345")]
    [InlineData("+999999999999999")]
    public async Task A_phone_has_10_to_15_digits_and_may_have_a_plus_and_a_1_before_them(string phone)
    {
        Assert.Equal(phone, (await app.Api.CreateAuthor(FullAuthor().WithAt(Phone, phone))).At(Phone).GetString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("123456789")]
    [InlineData("+123456789")]
    [InlineData("2345678901234567")]
    [InlineData("12345678901234567")]
    [InlineData("++1234567890")]
    [InlineData("1234567890+")]
    [InlineData("123-456-7890")]
    [InlineData("(123) 456 7890")]
    [InlineData(" 1234567890")]
    [InlineData("1234567890 ")]
    [InlineData("1234567890\n")]
    [InlineData("١٢٣٤٥٦٧٨٩٠")]
    [InlineData("１２３４５６７８９０")]
    public Task Any_other_phone_is_refused(string phone) => ShouldRefuse(Phone, phone, Form);

    [Theory]
    [InlineData("NY", "NY")]
    [InlineData("ny", "NY")]
    [InlineData("zA", "ZA")]
    public async Task A_state_is_two_letters_and_stored_as_capitals(string given, string stored)
    {
        Assert.Equal(stored, (await app.Api.CreateAuthor(FullAuthor().WithAt(State, given))).At(State).GetString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("N")]
    [InlineData("NYC")]
    [InlineData("N1")]
    [InlineData("ÄÖ")]
    [InlineData("N ")]
    [InlineData("NY\n")]
    public Task Any_other_state_is_refused(string state) => ShouldRefuse(State, state, Form);

    [Theory]
    [InlineData("00000")]
    [InlineData("12345")]
    [InlineData("12345-6789")]
    public async Task A_zip_code_has_five_digits_or_five_and_four(string zip)
    {
        Assert.Equal(zip, (await app.Api.CreateAuthor(FullAuthor().WithAt(Zip, zip))).At(Zip).GetString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("1234")]
    [InlineData("123456")]
    [InlineData("12345-")]
    [InlineData("12345-678")]
    [InlineData("12345-67890")]
    [InlineData("123456789")]
    [InlineData("12345 6789")]
    [InlineData("1234a")]
    [InlineData("12345\n")]
    [InlineData("１２３４５")]
    public Task Any_other_zip_code_is_refused(string zip) => ShouldRefuse(Zip, zip, Form);

    private Task ShouldRefuse(string field, JsonNode? value, string code) => app.Api.ShouldRefuseAuthorWith(field, value, code);
}
