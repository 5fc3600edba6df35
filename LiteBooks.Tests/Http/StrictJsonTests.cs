using System.Text;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Http;

public sealed class StrictJsonTests(AppFixture app) : IClassFixture<AppFixture>
{
    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("{")]
    [InlineData("}")]
    [InlineData("{}}")]
    [InlineData("{} {}")]
    [InlineData("{}x")]
    [InlineData("nonsense")]
    [InlineData("undefined")]
    [InlineData("{'title':\"x\"}")]
    [InlineData("{title:\"x\"}")]
    [InlineData("{\"title\":'x'}")]
    [InlineData("{\"title\":\"x\",}")]
    [InlineData("{,}")]
    [InlineData("{\"tags\":[\"a\",]}")]
    [InlineData("{\"tags\":[,]}")]
    [InlineData("{\"title\":\"x\"} // comment")]
    [InlineData("// comment\n{\"title\":\"x\"}")]
    [InlineData("{/* comment */\"title\":\"x\"}")]
    [InlineData("# comment\n{}")]
    [InlineData("{\"price\":NaN}")]
    [InlineData("{\"price\":Infinity}")]
    [InlineData("{\"price\":-Infinity}")]
    [InlineData("{\"price\":01}")]
    [InlineData("{\"price\":+1}")]
    [InlineData("{\"price\":.5}")]
    [InlineData("{\"price\":1.}")]
    [InlineData("{\"price\":1e}")]
    [InlineData("{\"price\":0x1F}")]
    [InlineData("{\"price\":1_000}")]
    [InlineData("{\"price\":--1}")]
    [InlineData("{\"price\":1 2}")]
    [InlineData("{\"price\"}")]
    [InlineData("{\"price\":}")]
    [InlineData("{\"price\" 1}")]
    [InlineData("{\"genre\":True}")]
    [InlineData("{\"genre\":NULL}")]
    [InlineData("{\"genre\":nul}")]
    [InlineData("{\"title\":\"x}")]
    [InlineData("{\"title\":\"\\x41\"}")]
    [InlineData("{\"title\":\"\\u12\"}")]
    [InlineData("{\"title\":\"a\nb\"}")]
    [InlineData("{\"title\":\"a\tb\"}")]
    [InlineData("{\"title\":\"a\u0000b\"}")]
    [InlineData("{\"title\":\"a\"\"b\"}")]
    [InlineData("{\"title\":\"a\" \"genre\":\"b\"}")]
    [InlineData("{\u00a0\"title\":\"a\"}")]
    public async Task What_is_not_strict_json_is_a_bad_request(string body) => await ShouldBeMalformed(Encoding.UTF8.GetBytes(body));

    [Theory]
    [InlineData("{\"title\":\"a\",\"title\":\"b\"}")]
    [InlineData("{\"title\":\"a\",\"title\":\"a\"}")]
    [InlineData("{\"title\":\"a\",\"\\u0074itle\":\"b\"}")]
    [InlineData("{\"nope\":1,\"nope\":2}")]
    [InlineData("{\"tags\":[{\"a\":1,\"a\":2}]}")]
    [InlineData("{\"nope\":{\"x\":{\"a\":1,\"b\":2,\"a\":3}}}")]
    [InlineData("{\"\":1,\"\":2}")]
    public async Task A_member_named_twice_is_a_bad_request(string body) => await ShouldBeMalformed(Encoding.UTF8.GetBytes(body));

    [Theory]
    [InlineData("FF")]
    [InlineData("C080")]
    [InlineData("E282")]
    [InlineData("EDA080")]
    [InlineData("F4908080")]
    [InlineData("C3")]
    public async Task Bytes_that_are_not_utf_8_are_a_bad_request_wherever_they_stand(string hex)
    {
        var bad = Convert.FromHexString(hex);

        await ShouldBeMalformed([.. "{\"title\":\"a"u8, .. bad, .. "b\"}"u8]);
        await ShouldBeMalformed([.. "{\"ti"u8, .. bad, .. "tle\":\"a\"}"u8]);
        await ShouldBeMalformed([.. "{\"tags\":[\"a\",\""u8, .. bad, .. "\"]}"u8]);
        await ShouldBeMalformed([.. "{\"title\":\"a\"}"u8, .. bad]);
    }

    [Fact]
    public async Task Json_in_another_encoding_is_a_bad_request()
    {
        await ShouldBeMalformed(Encoding.Unicode.GetBytes("{\"title\":\"a\"}"));
        await ShouldBeMalformed(Encoding.UTF32.GetBytes("{\"title\":\"a\"}"));
    }

    [Theory]
    [InlineData(100)]
    [InlineData(50_000)]
    public async Task Nesting_that_no_request_needs_is_a_bad_request(int depth)
    {
        await ShouldBeMalformed(Encoding.UTF8.GetBytes($"{{\"tags\":{new string('[', depth)}{new string(']', depth)}}}"));
        await ShouldBeMalformed(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth)));
        await ShouldBeMalformed(Encoding.UTF8.GetBytes(new string('[', depth)));
    }

    [Theory]
    [InlineData("{\"title\":\"\\ud800\"}", "title")]
    [InlineData("{\"title\":\"a\\udc00b\"}", "title")]
    [InlineData("{\"title\":\"\\ude00\\ud83d\"}", "title")]
    [InlineData("{\"author_name\":\"\\ud83dx\"}", "author_name")]
    [InlineData("{\"description\":\"\\udfff\"}", "description")]
    [InlineData("{\"genre\":\"\\udbff\"}", "genre")]
    [InlineData("{\"isbn\":\"\\udbff\"}", "isbn")]
    [InlineData("{\"tags\":[\"ok\",\"\\ud800\"]}", "tags[1]")]
    [InlineData("{\"status\":\"\\ud800\"}", "status")]
    public async Task Half_a_surrogate_pair_in_a_value_is_invalid(string body, string field)
    {
        var created = await app.Api.Create();

        (await app.Api.Patch(TestBooks.At(created), body)).ShouldBeProblem(422, "validation_failed").WithFaultsIn(field);
    }

    [Fact]
    public async Task Half_a_surrogate_pair_in_a_name_is_a_bad_request()
    {
        await ShouldBeMalformed("{\"\\ud800\":1}"u8.ToArray());
        await ShouldBeMalformed("{\"title\":\"a\",\"x\\udc00y\":1}"u8.ToArray());
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("[{\"title\":\"a\"}]")]
    [InlineData("\"text\"")]
    [InlineData("12")]
    [InlineData("true")]
    [InlineData("null")]
    public async Task Json_that_is_no_object_is_invalid(string body)
    {
        var created = await app.Api.Create();

        (await app.Api.Post(Api.Books, body)).ShouldBeInvalid(("$", "wrong_type"));
        (await app.Api.Put(TestBooks.At(created), body)).ShouldBeInvalid(("$", "wrong_type"));
        (await app.Api.Patch(TestBooks.At(created), body)).ShouldBeInvalid(("$", "wrong_type"));
    }

    [Fact]
    public async Task A_byte_order_mark_is_ignored()
    {
        using var post = Api.Bytes([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(TestBooks.Minimal().ToJsonString())], "application/json");
        var created = (await app.Api.Send(HttpMethod.Post, Api.Books, post)).ShouldBe(201).Json;
        using var put = Api.Bytes([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(TestBooks.Minimal().ToJsonString())], "application/json");
        (await app.Api.Send(HttpMethod.Put, TestBooks.At(created), put)).ShouldBe(200);
        using var patch = Api.Bytes([0xEF, 0xBB, 0xBF, .. "{\"title\":\"Marked\"}"u8], "application/json");
        (await app.Api.Send(HttpMethod.Patch, TestBooks.At(created), patch)).ShouldBe(200);
    }

    [Fact]
    public async Task Escapes_and_blanks_mean_what_json_says_they_mean()
    {
        var body = $$"""
             { "\u0074itle" : "\u00c9\ud83d\ude00\t\"\\\/" ,
               "author_name":"A","isbn":"{{TestIsbn.Next()}}" , "price" : 1.50e1 }

            """;

        var created = (await app.Api.Post(Api.Books, body)).ShouldBe(201).Json;

        Assert.Equal("É😀\t\"\\/", created.Text("title"));
        Assert.Equal(15m, created.GetProperty("price").GetDecimal());
    }

    [Fact]
    public async Task An_unknown_member_with_a_very_long_name_is_still_only_invalid()
    {
        foreach (var name in new[] { new string('n', 10_000), new string('n', 99) + "😀😀😀", string.Concat(Enumerable.Repeat("😀", 1000)) })
            (await app.Api.Post(Api.Books, TestBooks.Minimal().With(name, 1))).ShouldBeProblem(422, "validation_failed");
    }

    [Fact]
    public async Task Tens_of_thousands_of_unknown_members_are_refused_with_a_short_answer()
    {
        var body = "{" + string.Join(',', Enumerable.Range(0, 40_000).Select(i => $"\"member{i}\":{i}")) + "}";

        var answer = await app.Api.Post(Api.Books, body);

        answer.ShouldBeProblem(422, "validation_failed");
        Assert.InRange(answer.Body.Length, 1, 50_000);
    }

    private async Task ShouldBeMalformed(byte[] body)
    {
        var created = await app.Api.Create();
        var before = await app.Api.Count();
        foreach (var (method, path) in new[] { (HttpMethod.Post, Api.Books), (HttpMethod.Put, TestBooks.At(created)), (HttpMethod.Patch, TestBooks.At(created)) })
        {
            using var content = Api.Bytes(body, "application/json");
            (await app.Api.Send(method, path, content)).ShouldBeProblem(400, "malformed_json");
        }
        Assert.Equal(before, await app.Api.Count());
        Assert.Equal(created.GetRawText(), (await app.Api.Find(created.Id())).GetRawText());
    }
}
