using System.Text;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Http;

/// <summary>The limit of a body: 1 MiB unless set otherwise.</summary>
public sealed class BodyLimitTests(AppFixture app) : IClassFixture<AppFixture>
{
    private const int Limit = 1024 * 1024;

    public static TheoryData<string, bool> Writes => new()
    {
        { "POST", false }, { "POST", true }, { "PUT", false }, { "PUT", true }, { "PATCH", false }, { "PATCH", true },
    };

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task A_body_of_the_limit_is_taken(string method, bool chunked)
    {
        var answer = await Send(method, chunked, Limit);

        Assert.InRange(answer.Status, 200, 201);
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task A_body_one_byte_over_the_limit_is_refused_and_nothing_stored(string method, bool chunked)
    {
        var before = await app.Api.Count();

        (await Send(method, chunked, Limit + 1, ("Expect", "100-continue"))).ShouldBeProblem(413, "body_too_large");

        Assert.Equal(method == "POST" ? before : before + 1, await app.Api.Count());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_sender_of_far_too_much_hears_why_and_not_just_that_the_line_went_dead(bool chunked)
    {
        for (var i = 0; i < 10; i++)
            (await Send("POST", chunked, 4 * Limit)).ShouldBeProblem(413, "body_too_large");
    }

    private async Task<Answer> Send(string method, bool chunked, int length, params (string Name, string Value)[] headers)
    {
        var path = method == "POST" ? Api.Books : TestBooks.At(await app.Api.Create());
        // Blanks behind the object are JSON, so only the length is wrong with it.
        var book = TestBooks.Minimal().ToJsonString().PadRight(length);
        using HttpContent body = chunked ? new ChunkedContent(Encoding.UTF8.GetBytes(book)) : Api.Json(book);
        return await app.Api.Send(new HttpMethod(method), path, body, headers);
    }
}
